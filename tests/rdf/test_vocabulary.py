"""The vocabulary describes every term that the data uses; the shapes tell good data from bad."""

import warnings
from importlib import resources

import pytest
import rdflib
from rdflib import RDF, RDFS

from graph.model import EntityType
from graph.rdf.files import render_ntriples
from graph.rdf.names import DG, PROV
from graph.rdf.triples import make_triples

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import pyshacl

FILES = resources.files("graph.rdf")
ns = rdflib.Namespace(DG)


def read(data, form):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")
        return rdflib.Graph().parse(data=data, format=form)


@pytest.fixture(scope="module")
def vocabulary():
    return read(FILES.joinpath("vocabulary.ttl").read_bytes(), "turtle")


@pytest.fixture
def data(documents, entities, claims):
    return read(render_ntriples(make_triples(documents, entities, claims)), "nt")


def conforms(data):
    shapes = read(FILES.joinpath("shapes.ttl").read_bytes(), "turtle")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own, raised from within pySHACL
        answer, _, told = pyshacl.validate(data, shacl_graph=shapes)
    return answer, told


def test_every_term_of_the_data_is_in_the_vocabulary(vocabulary, data):
    used = {term for triple in data for term in triple if isinstance(term, rdflib.URIRef) and term.startswith(DG)}

    assert used - set(vocabulary.subjects(RDFS.label)) == set()


def test_every_term_has_one_label_and_one_comment(vocabulary):
    terms = set(vocabulary.subjects())

    assert {term for term in terms if len(list(vocabulary.objects(term, RDFS.label))) != 1} == set()
    assert {term for term in terms if len(list(vocabulary.objects(term, RDFS.comment))) != 1} == set()


def test_every_property_and_relation_has_domain_and_range(vocabulary):
    properties = set(vocabulary.subjects(RDF.type, RDF.Property))

    assert {term for term in properties if (term, RDFS.domain, None) not in vocabulary} == set()
    assert {term for term in properties if (term, RDFS.range, None) not in vocabulary} == set()


def test_every_entity_type_is_a_subclass_of_a_published_class(vocabulary):
    for kind in EntityType:
        parents = set(vocabulary.objects(ns[kind], RDFS.subClassOf))

        assert ns.Entity in parents
        assert {parent for parent in parents if not parent.startswith(DG)}


def test_an_inverse_is_an_inverse_both_ways(vocabulary):
    pairs = set(vocabulary.subject_objects(rdflib.OWL.inverseOf))

    assert pairs == {(ns.partOf, ns.includes), (ns.includes, ns.partOf)}


def test_every_relation_tells_how_it_reads_from_its_object(vocabulary):
    relations = set(vocabulary.subjects(RDF.type, ns.Relation))

    assert {r for r in relations if len(list(vocabulary.objects(r, ns.inverseLabel))) != 1} == set()
    for relation in vocabulary.subjects(RDF.type, rdflib.OWL.SymmetricProperty):
        assert vocabulary.value(relation, ns.inverseLabel) == vocabulary.value(relation, RDFS.label)


@pytest.mark.parametrize(
    ("relation", "cameo", "plover"),
    [("met", "04", "CONSULT"), ("provides", "07", "AID"), ("attacked", "18", "ASSAULT"), ("partOf", None, None)],
)
def test_a_relation_between_political_actors_has_its_event_codes(vocabulary, relation, cameo, plover):
    codes = [vocabulary.value(ns[relation], ns[scheme]) for scheme in ("cameo", "plover")]

    assert [None if code is None else str(code) for code in codes] == [cameo, plover]


def test_a_relation_and_a_modality_never_share_an_iri(vocabulary):
    assert set(vocabulary.subjects(RDF.type, ns.Relation)) & set(vocabulary.subjects(RDF.type, ns.Modality)) == set()


def test_good_data_conforms(data):
    assert conforms(data) == (True, "Validation Report\nConforms: True\n")


@pytest.mark.parametrize(
    "missing",
    [
        RDF.subject,
        RDF.predicate,
        RDF.object,
        ns.speaker,
        ns.modality,
        ns.polarity,
        ns.attributed,
        ns.confidence,
        rdflib.URIRef(PROV + "wasDerivedFrom"),
        rdflib.URIRef("http://www.w3.org/ns/oa#exact"),
        rdflib.URIRef("http://www.w3.org/ns/oa#start"),
        rdflib.URIRef("http://www.w3.org/ns/oa#end"),
        rdflib.DCTERMS.source,
        rdflib.DCTERMS.title,
        ns.rule,
        ns.predicate,
        ns.text,
        ns.sha256,
        RDFS.label,
    ],
)
def test_data_without_one_of_its_duties_does_not_conform(data, missing):
    data.remove((None, missing, None))

    assert conforms(data)[0] is False


def test_an_entity_of_no_known_type_does_not_conform(data):
    data.remove((None, RDF.type, ns.Country))

    assert conforms(data)[0] is False


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (ns.confidence, rdflib.Literal("1.5", datatype=rdflib.XSD.decimal)),
        (rdflib.URIRef("http://www.w3.org/ns/oa#end"), rdflib.Literal(0)),
        (ns.polarity, ns.Asserted),
        (ns.modality, ns.proposed),
    ],
)
def test_a_value_out_of_bounds_does_not_conform(data, predicate, value):
    subject = next(data.subjects(predicate))
    data.set((subject, predicate, value))

    assert conforms(data)[0] is False
