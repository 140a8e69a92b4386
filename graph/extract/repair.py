"""Mends in a parse: attachments that the small model often gets wrong, each by a fact of English word order.

Every mend takes the words of one sentence and gives them back, with other heads and labels. Nearly all of them change
nothing in nearly every sentence, so each says by `where` what it needs, and runs only where that is.
"""

from collections.abc import Sequence

from graph.extract import repair_agreement as agreement
from graph.extract import repair_asides as asides
from graph.extract import repair_asked as asked
from graph.extract import repair_attachments as attachments
from graph.extract import repair_bearers as bearers
from graph.extract import repair_behind as behind
from graph.extract import repair_chains as chains
from graph.extract import repair_classes as classes
from graph.extract import repair_clauses as clauses
from graph.extract import repair_complements as complements
from graph.extract import repair_events as events
from graph.extract import repair_forms as forms
from graph.extract import repair_fronts as fronts
from graph.extract import repair_gapped as gapped
from graph.extract import repair_gifts as gifts
from graph.extract import repair_hidden as hidden
from graph.extract import repair_idioms as idioms
from graph.extract import repair_joints as joints
from graph.extract import repair_kinds as kinds
from graph.extract import repair_lists as lists
from graph.extract import repair_members as members
from graph.extract import repair_money as money
from graph.extract import repair_names as names
from graph.extract import repair_nouns as nouns
from graph.extract import repair_objects as objects
from graph.extract import repair_order as order
from graph.extract import repair_owed as owed
from graph.extract import repair_phrases as phrases
from graph.extract import repair_presents as presents
from graph.extract import repair_relatives as relatives
from graph.extract import repair_roots as roots
from graph.extract import repair_rows as rows
from graph.extract import repair_selected as selected
from graph.extract import repair_series as series
from graph.extract import repair_subjects as subjects
from graph.extract import repair_takers as takers
from graph.extract import repair_things as things
from graph.extract import repair_told as told
from graph.extract import repair_verbs as verbs
from graph.extract import repair_whose as whose
from graph.extract.parse import Word
from graph.extract.trees import NEEDS, Mend, marks_of

REPAIRS: tuple[Mend, ...] = (
    money.mend_codes,
    money.mend_inexact_sums,
    money.mend_changes_behind_sums,
    classes.mend_names_as_adverbs,
    classes.mend_torn_names,
    classes.mend_times_behind_worths,
    classes.mend_verbs_as_modifiers,
    classes.mend_bordering,
    classes.mend_callings_before_names,
    classes.mend_hyphened_objects,
    classes.mend_offices_as_subjects,
    classes.mend_asked_deeds,
    classes.mend_verbs_as_adjectives,
    names.mend_firms,
    names.mend_heads,
    names.mend_kin,
    names.mend_second_ranks,
    roots.mend_moving_doers,
    roots.mend_verbs_before_nouns,
    roots.mend_false_auxiliaries,
    roots.mend_reduced_clauses,
    roots.mend_held_participles,
    roots.mend_strongest_terms,
    gifts.mend_second_gifts,
    gifts.mend_recipients,
    gifts.mend_captives,
    gifts.mend_verbless_conjuncts,
    gifts.mend_shared_gifts,
    gifts.mend_progressives,
    gifts.mend_adding_speakers,
    owed.mend_proposers,
    owed.mend_owed_support,
    owed.mend_following,
    kinds.mend_visits,
    kinds.mend_state_visits,
    kinds.mend_kinds,
    kinds.mend_named_lists,
    clauses.mend_hidden_verb,
    clauses.mend_disguised_verbs,
    clauses.mend_auxiliaries,
    clauses.mend_ought,
    clauses.mend_conjunctions,
    clauses.mend_that_clauses,
    clauses.mend_agents,
    clauses.mend_set_off_participles,
    clauses.mend_semicolons,
    phrases.mend_including,
    complements.mend_third_persons,
    complements.mend_joined_third_persons,
    complements.mend_fixed_nouns,
    complements.mend_noted,
    events.mend_lost_verbs,
    events.mend_days_before_verbs,
    events.mend_visitors,
    events.mend_given_papers,
    events.mend_agents_behind_gerunds,
    events.mend_neighbours,
    events.mend_means,
    events.mend_objects_behind_insertions,
    events.mend_contrasting_clauses,
    events.mend_deaths,
    events.mend_feelings,
    events.mend_times_of_infinitives,
    events.mend_out_of,
    events.mend_offices_in_row,
    phrases.mend_repeated_nouns,
    phrases.mend_participial_members,
    phrases.mend_absolute_passives,
    phrases.mend_in_part,
    phrases.mend_utmost,
    phrases.mend_contents,
    phrases.mend_gerund_subjects,
    fronts.mend_bracketed_subjects,
    fronts.mend_two_openings,
    fronts.mend_contact_clauses,
    fronts.mend_only_verbs,
    fronts.mend_set_off,
    fronts.mend_phrases_behind_subjects,
    fronts.mend_gapped_others,
    fronts.mend_particle_objects,
    fronts.mend_crossing,
    fronts.mend_noun_conjuncts,
    fronts.mend_phrases_between,
    fronts.mend_particles,
    fronts.mend_units,
    order.mend_inserted_sayings,
    order.mend_fronted_gerunds,
    order.mend_swallowed_subjects,
    order.mend_fronted_denials,
    order.mend_contrasts,
    order.mend_cleft_phrases,
    order.mend_inversions,
    order.mend_fronted_participles,
    subjects.mend_noun_verbs,
    subjects.mend_hidden_third_persons,
    subjects.mend_third_persons_before_names,
    subjects.mend_bearers,
    subjects.mend_finite_conjuncts,
    subjects.mend_two_subjects,
    subjects.mend_titled_subjects,
    subjects.mend_appointed,
    subjects.mend_bare_subjects,
    subjects.mend_homes,
    subjects.mend_sayings,
    relatives.mend_verbs_behind_relatives,
    relatives.mend_closed_relatives,
    relatives.mend_relatives,
    relatives.mend_relatives_behind_towns,
    relatives.mend_agreeing_relatives,
    relatives.mend_judged_relatives,
    relatives.mend_object_relatives,
    lists.mend_verbs_in_lists,
    behind.mend_paired_nouns,
    behind.mend_gerunds_behind_infinitives,
    behind.mend_listed_topics,
    behind.mend_supported_things,
    behind.mend_list_commas,
    behind.mend_founding_members,
    behind.mend_meant_things,
    behind.mend_titled_openings,
    behind.mend_focused_things,
    behind.mend_lists_between,
    complements.mend_small_clauses,
    complements.mend_offices_given,
    complements.mend_distances,
    complements.mend_frequencies,
    complements.mend_spans,
    forms.mend_noun_forms,
    relatives.mend_relative_pronouns,
    relatives.mend_gaps,
    forms.mend_adjective_subjects,
    forms.mend_past_adjectives,
    forms.mend_past_conjuncts,
    fronts.mend_unchanged_forms,
    owed.mend_modal_conjuncts,
    forms.mend_given,
    forms.mend_participial_adjectives,
    forms.mend_listed_adjectives,
    forms.mend_asked,
    phrases.mend_beginnings,
    forms.mend_questions,
    forms.mend_bases,
    lists.mend_gerund_nouns,
    lists.mend_first_gerunds,
    lists.mend_gerund_lists,
    lists.mend_gerund_partners,
    lists.mend_spelled_out,
    lists.mend_performatives,
    lists.mend_preambles,
    lists.mend_listed_appositions,
    lists.mend_verb_lists,
    lists.mend_closing_members,
    lists.mend_shared_heads,
    nouns.mend_prefixes,
    nouns.mend_prepositions,
    names.mend_bare_objects,
    names.mend_places_of_people,
    nouns.mend_pairs,
    nouns.mend_ranges,
    nouns.mend_examples,
    names.mend_names_before,
    nouns.mend_approximations,
    clauses.mend_next_subjects,
    clauses.mend_attributes,
    forms.mend_infinitives,
    clauses.mend_clefts,
    clauses.mend_seen,
    forms.mend_bare_infinitives,
    forms.mend_intentions,
    clauses.mend_participles,
    forms.mend_agreement,
    clauses.mend_company,
    nouns.mend_particular,
    names.mend_offices,
    names.mend_bearers_of_offices,
    names.mend_posts_abroad,
    names.mend_persons,
    names.mend_callings,
    nouns.mend_owing,
    nouns.mend_dated,
    nouns.mend_numbers,
    nouns.mend_parts,
    names.mend_addresses,
    nouns.mend_signed,
    nouns.mend_features,
    nouns.mend_double_objects,
    objects.mend_phrase_before_phrase,
    objects.mend_charged,
    objects.mend_comparisons,
    objects.mend_bare_prepositions,
    objects.mend_built,
    objects.mend_second_prepositions,
    objects.mend_welcomed_deeds,
    objects.mend_calls,
    objects.mend_joined_bodies,
    objects.mend_targets,
    objects.mend_places_of_doers,
    objects.mend_directions,
    objects.mend_gerund_topics,
    objects.mend_owed,
    objects.mend_years_of_deeds,
    objects.mend_companions,
    objects.mend_periods,
    behind.mend_superlatives,
    chains.mend_compound_subjects,
    chains.mend_chains,
    chains.mend_perfect_adjectives,
    chains.mend_whos,
    chains.mend_asked_participles,
    series.mend_middle_verbs,
    series.mend_held_meetings,
    series.mend_objects_of_infinitives,
    series.mend_performed_conjuncts,
    series.mend_named_objects,
    series.mend_base_conjuncts,
    series.mend_relative_conjuncts,
    joints.mend_second_gerunds,
    joints.mend_joined_gerunds,
    joints.mend_multiples,
    joints.mend_denied_objects,
    joints.mend_rather_than,
    joints.mend_joined_presents,
    joints.mend_listed_uses,
    asked.mend_asked_behind_relatives,
    asked.mend_second_thanks,
    asked.mend_ways_back,
    asked.mend_doers_of_nouns,
    idioms.mend_projecting,
    idioms.mend_taken_parts,
    idioms.mend_events_to_come,
    idioms.mend_stranded_parties,
    idioms.mend_paired_infinitives,
    idioms.mend_called_on,
    idioms.mend_concerned,
    idioms.mend_second_clauses,
    idioms.mend_accounts,
    idioms.mend_worths,
    idioms.mend_and_more,
    idioms.mend_firsts,
    attachments.mend_objects_set_beside,
    attachments.mend_objects_behind_feelings,
    attachments.mend_invited_subjects,
    attachments.mend_fronted_company,
    attachments.mend_nouns_beside_verbs,
    attachments.mend_places_of_situations,
    attachments.mend_authored_documents,
    attachments.mend_laid,
    attachments.mend_times_of_appositions,
    attachments.mend_verbs_taken_for_participles,
    roots.mend_verbs_behind_commas,
    classes.mend_loose_joints,
    gapped.mend_gapped_objects,
    gapped.mend_second_asked,
    gapped.mend_tasking,
    gapped.mend_bound_prepositions,
    gapped.mend_offices_behind_names,
    gapped.mend_places_in_two,
    gapped.mend_awaited_deeds,
    selected.mend_asked_phrases,
    selected.mend_harm_told,
    selected.mend_victims_of_deeds,
    selected.mend_places_of_speakers,
    selected.mend_clauses_told,
    selected.mend_bearers_as_measures,
    selected.mend_months_before_subjects,
    selected.mend_things_in_places,
    selected.mend_states_of_objects,
    presents.mend_joined_plurals,
    presents.mend_presents_behind_objects,
    presents.mend_presents_as_subjects,
    presents.mend_phrases_behind_second_verbs,
    presents.mend_presents_in_relatives,
    presents.mend_doers_as_measures,
    takers.mend_takers,
    takers.mend_given_powers,
    takers.mend_joints,
    takers.mend_years_in_prison,
    takers.mend_gerunds_behind_of,
    takers.mend_paused_deeds,
    takers.mend_sold_things,
    takers.mend_owners_as_verbs,
    takers.mend_states_behind_as,
    takers.mend_punished,
    takers.mend_set_off_members,
    told.mend_provided,
    told.mend_as_long_as,
    told.mend_results_behind_sayings,
    told.mend_sayings_behind_sayings,
    told.mend_other_sayings,
    told.mend_suing,
    told.mend_sources_of_both,
    told.mend_having,
    told.mend_contents_as_relatives,
    whose.mend_bearers_told,
    whose.mend_bearers_who,
    whose.mend_made_things,
    whose.mend_doers_behind_nouns,
    whose.mend_subjects_including,
    whose.mend_offices_joined,
    whose.mend_second_relatives,
    whose.mend_pasts_behind_relatives,
    whose.mend_plural_conjuncts,
    things.mend_things_no_land,
    things.mend_guided_things,
    members.mend_members_behind_places,
    members.mend_joined_agents,
    members.mend_named_speakers,
    members.mend_reported_to,
    members.mend_adjectives_in_capitals,
    members.mend_shared_owners,
    members.mend_second_reasons,
    members.mend_sizes_behind_nouns,
    members.mend_indefinite_rows,
    agreement.mend_verbs_of_another_number,
    agreement.mend_stands_behind_pluperfects,
    agreement.mend_objects_behind_terms,
    agreement.mend_told_of,
    agreement.mend_successors,
    agreement.mend_between_two,
    verbs.mend_opposing,
    verbs.mend_pasts_behind_objects,
    verbs.mend_three_verbs,
    verbs.mend_as_well_as,
    verbs.mend_joined_recipients,
    verbs.mend_disguised_presents,
    verbs.mend_verbs_behind_appositions,
    verbs.mend_thought_to,
    bearers.mend_bearers_behind_lands,
    bearers.mend_who_behind_offices,
    bearers.mend_persons_behind_offices,
    bearers.mend_second_offices,
    bearers.mend_accused_leaders,
    asides.mend_objects_of_asked_deeds,
    asides.mend_causes_of_changes,
    asides.mend_growth_behind_sums,
    asides.mend_inserted_gerunds,
    asides.mend_appositions_as_objects,
    asides.mend_deeds_summed_up,
    asides.mend_denied_charges,
    asides.mend_datelines,
    asked.mend_asking_before_names,
    asked.mend_gapped_destinations,
    complements.mend_made_conditional,
    complements.mend_pursuant,
    rows.mend_pasts_behind_commas,
    rows.mend_passives_in_rows,
    rows.mend_addressed_bodies,
    rows.mend_speakers_behind_gerunds,
    rows.mend_guests_behind_invitations,
    hidden.mend_capital_prepositions,
    hidden.mend_verbs_of_two,
    hidden.mend_charges,
    rows.mend_means_in_front,
    hidden.mend_measured_events,
    hidden.mend_perfects_of_names,
    rows.mend_invited_deeds,
    hidden.mend_verbs_behind_intents,
    hidden.mend_names_between,
    hidden.mend_verbs_between_names,
    hidden.mend_names_behind_kinds,
    relatives.mend_participles_behind_places,
    attachments.mend_worths_of_things,
)


def repair(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with every mend made, in a fixed order; one that would hang a word below itself is left out."""
    mended = list(words)
    marks = marks_of(mended)
    for mend in REPAIRS:
        for need in NEEDS.get(mend, ()):  # a loop, for it is gone through for every mend and sentence
            if marks.isdisjoint(need):
                break
        else:
            before = list(mended)
            mended = mend(mended)
            if mended != before:
                marks = marks_of(mended)
    if is_tree(mended):
        return tuple(mended)
    mended = list(words)
    for mend in REPAIRS:
        tried = mend(list(mended))
        mended = tried if is_tree(tried) else mended
    return tuple(mended)


def is_tree(words: Sequence[Word]) -> bool:
    """Whether the way up from each word ends at one that hangs on nothing."""
    sound = [word.head == word.i for word in words]
    for word in words:
        way, at = [], word.i
        while not sound[at]:
            if at in way:
                return False
            way.append(at)
            at = words[at].head
        for i in way:
            sound[i] = True
    return True
