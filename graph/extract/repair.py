"""Mends in a parse: attachments that the small model often gets wrong, each by a fact of English word order.

Every mend takes the words of one sentence and gives them back, with other heads and labels. Nearly all of them change
nothing in nearly every sentence, so each says by `where` what it needs, and runs only where that is.
"""

from collections.abc import Sequence
from functools import cache, reduce
from operator import and_

from graph.extract import repair_about as about
from graph.extract import repair_acts as acts
from graph.extract import repair_agreement as agreement
from graph.extract import repair_apposed as apposed
from graph.extract import repair_asides as asides
from graph.extract import repair_asked as asked
from graph.extract import repair_attachments as attachments
from graph.extract import repair_bases as bases
from graph.extract import repair_bearers as bearers
from graph.extract import repair_behind as behind
from graph.extract import repair_bracketed as bracketed
from graph.extract import repair_capacities as capacities
from graph.extract import repair_carried as carried
from graph.extract import repair_chains as chains
from graph.extract import repair_classes as classes
from graph.extract import repair_clauses as clauses
from graph.extract import repair_complements as complements
from graph.extract import repair_completed as completed
from graph.extract import repair_compounds as compounds
from graph.extract import repair_covered as covered
from graph.extract import repair_dates as dates
from graph.extract import repair_declared as declared
from graph.extract import repair_deed_parts as deed_parts
from graph.extract import repair_deeds as deeds
from graph.extract import repair_denied as denied
from graph.extract import repair_doers as doers
from graph.extract import repair_done as done
from graph.extract import repair_elliptical as elliptical
from graph.extract import repair_events as events
from graph.extract import repair_farther as farther
from graph.extract import repair_forms as forms
from graph.extract import repair_fronts as fronts
from graph.extract import repair_gapped as gapped
from graph.extract import repair_gifts as gifts
from graph.extract import repair_heavy as heavy
from graph.extract import repair_helped as helped
from graph.extract import repair_hidden as hidden
from graph.extract import repair_idioms as idioms
from graph.extract import repair_inserted as inserted
from graph.extract import repair_joints as joints
from graph.extract import repair_kinds as kinds
from graph.extract import repair_lasting as lasting
from graph.extract import repair_likeness as likeness
from graph.extract import repair_lists as lists
from graph.extract import repair_members as members
from graph.extract import repair_money as money
from graph.extract import repair_names as names
from graph.extract import repair_nearest as nearest
from graph.extract import repair_nouns as nouns
from graph.extract import repair_numbered as numbered
from graph.extract import repair_objects as objects
from graph.extract import repair_openings as openings
from graph.extract import repair_order as order
from graph.extract import repair_owed as owed
from graph.extract import repair_own_verbs as own_verbs
from graph.extract import repair_papers as papers
from graph.extract import repair_participles as participles
from graph.extract import repair_partners as partners
from graph.extract import repair_parts as parts
from graph.extract import repair_pasts as pasts
from graph.extract import repair_phrases as phrases
from graph.extract import repair_places as places
from graph.extract import repair_preambles as preambles
from graph.extract import repair_presents as presents
from graph.extract import repair_relatives as relatives
from graph.extract import repair_roots as roots
from graph.extract import repair_rows as rows
from graph.extract import repair_selected as selected
from graph.extract import repair_series as series
from graph.extract import repair_sought as sought
from graph.extract import repair_subjects as subjects
from graph.extract import repair_takers as takers
from graph.extract import repair_tellings as tellings
from graph.extract import repair_things as things
from graph.extract import repair_told as told
from graph.extract import repair_trailing as trailing
from graph.extract import repair_verbs as verbs
from graph.extract import repair_whole as whole
from graph.extract import repair_whose as whose
from graph.extract.parse import Word
from graph.extract.trees import NEEDS, Mend, Words, marks_of

REPAIRS: tuple[Mend, ...] = (
    money.mend_codes,
    names.mend_lands_of_persons,
    money.mend_inexact_sums,
    money.mend_changes_behind_sums,
    money.mend_shares,
    preambles.mend_preambles_as_names,
    classes.mend_names_as_adverbs,
    classes.mend_torn_names,
    classes.mend_small_tagged_names,
    classes.mend_objects_as_adjectives,
    covered.mend_covering,
    dates.mend_ranges_of_days,
    dates.mend_torn_days,
    dates.mend_latest_days,
    numbered.mend_years_behind_nouns,
    numbered.mend_years_of_terms,
    numbered.mend_years_of_plans,
    numbered.mend_numbered_parts,
    classes.mend_times_behind_worths,
    classes.mend_verbs_as_modifiers,
    classes.mend_bordering,
    classes.mend_callings_before_names,
    classes.mend_hyphened_objects,
    classes.mend_offices_as_subjects,
    classes.mend_words_behind_to,
    classes.mend_asked_deeds,
    classes.mend_verbs_as_adjectives,
    names.mend_firms,
    names.mend_heads,
    names.mend_kin,
    names.mend_second_ranks,
    pasts.mend_two_pasts,
    roots.mend_moving_doers,
    roots.mend_verbs_before_nouns,
    roots.mend_perfects_before_nouns,
    whole.mend_verbs_behind_appositions,
    whole.mend_pasts_with_objects,
    whole.mend_uses,
    whole.mend_verbs_behind_harm,
    whole.mend_openings_before_subjects,
    whole.mend_free_of_charge,
    whole.mend_demanded_deeds,
    whole.mend_blamed,
    deed_parts.mend_foretold_infinitives,
    deed_parts.mend_compared_doers,
    deed_parts.mend_reflexives_in_passives,
    deed_parts.mend_left_so,
    deed_parts.mend_takers_behind_things,
    deed_parts.mend_birthdays,
    deed_parts.mend_people_by_age,
    deed_parts.mend_aims_behind_streets,
    deed_parts.mend_losers,
    deed_parts.mend_reduced_roots,
    deed_parts.mend_things_taken_up,
    deed_parts.mend_daytimes,
    deed_parts.mend_doers_behind_capacities,
    roots.mend_false_auxiliaries,
    roots.mend_reduced_clauses,
    roots.mend_held_participles,
    roots.mend_strongest_terms,
    roots.mend_sides_that_act,
    own_verbs.mend_verbs_behind_participles,
    own_verbs.mend_rows_of_verbs,
    own_verbs.mend_rows_of_passives,
    own_verbs.mend_clauses_behind_prepositions,
    partners.mend_pairs_behind_leads,
    participles.mend_things_run,
    own_verbs.mend_bidden_deeds,
    own_verbs.mend_times_behind_capacities,
    own_verbs.mend_members_behind_names,
    own_verbs.mend_second_parents,
    own_verbs.mend_bidders,
    own_verbs.mend_two_callings,
    heavy.mend_made_so,
    heavy.mend_gifts_behind_takers,
    gifts.mend_second_gifts,
    gifts.mend_recipients,
    gifts.mend_kinds_of_gifts,
    gifts.mend_captives,
    gifts.mend_verbless_conjuncts,
    gifts.mend_shared_gifts,
    gifts.mend_progressives,
    gifts.mend_adding_speakers,
    owed.mend_proposers,
    owed.mend_owed_support,
    owed.mend_following,
    kinds.mend_visits,
    kinds.mend_kinds,
    kinds.mend_bodies_beside,
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
    inserted.mend_objects_behind_insertions,
    heavy.mend_objects_behind_days,
    heavy.mend_objects_behind_places,
    events.mend_contrasting_clauses,
    events.mend_deaths,
    events.mend_feelings,
    events.mend_out_of,
    events.mend_offices_in_row,
    phrases.mend_repeated_nouns,
    phrases.mend_participial_members,
    phrases.mend_absolute_passives,
    phrases.mend_in_part,
    phrases.mend_lasting_qualities,
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
    subjects.mend_left_out,
    subjects.mend_subjects_with_infinitives,
    subjects.mend_two_subjects,
    subjects.mend_titled_subjects,
    subjects.mend_appointed,
    subjects.mend_bare_subjects,
    subjects.mend_homes,
    subjects.mend_sayings,
    relatives.mend_participles_before_verbs,
    relatives.mend_verbs_behind_relatives,
    pasts.mend_main_verbs_behind_relatives,
    relatives.mend_closed_relatives,
    tellings.mend_whom_clauses_tell_of,
    lists.mend_verbs_in_lists,
    behind.mend_paired_nouns,
    behind.mend_gerunds_behind_infinitives,
    behind.mend_listed_topics,
    behind.mend_supported_things,
    behind.mend_list_commas,
    behind.mend_founding_members,
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
    relatives.mend_raised_phrases,
    relatives.mend_second_relatives,
    relatives.mend_second_wheres,
    relatives.mend_phrases_behind_closed_clauses,
    forms.mend_adjective_subjects,
    forms.mend_past_adjectives,
    forms.mend_past_conjuncts,
    fronts.mend_unchanged_forms,
    owed.mend_modal_conjuncts,
    forms.mend_given,
    forms.mend_participial_adjectives,
    forms.mend_listed_adjectives,
    members.mend_changed_members,
    forms.mend_asked,
    phrases.mend_beginnings,
    forms.mend_questions,
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
    forms.mend_bases_behind_participles,
    clauses.mend_clefts,
    bases.mend_presents_behind_helped,
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
    chains.mend_asked_participles,
    series.mend_middle_verbs,
    series.mend_settings_of_second_verbs,
    series.mend_held_meetings,
    series.mend_performed_conjuncts,
    series.mend_named_objects,
    series.mend_base_conjuncts,
    series.mend_verbs_joined_to_nouns,
    series.mend_relative_conjuncts,
    series.mend_verbs_behind_reasons,
    series.mend_verbs_behind_times,
    joints.mend_qualities_taken_for_deeds,
    joints.mend_second_gerunds,
    joints.mend_joined_gerunds,
    joints.mend_multiples,
    joints.mend_denied_objects,
    joints.mend_rather_than,
    joints.mend_joined_presents,
    joints.mend_listed_uses,
    joints.mend_parallel_things,
    likeness.mend_second_prepositions,
    likeness.mend_place_series,
    likeness.mend_apposed_behind_places,
    done.mend_writing_papers,
    done.mend_objects_in_base_form,
    done.mend_deeds_done,
    likeness.mend_governments_and_peoples,
    likeness.mend_second_places,
    likeness.mend_second_relatives,
    likeness.mend_loose_deeds,
    likeness.mend_stands_behind_facts,
    likeness.mend_decisions_behind_facts,
    done.mend_given_participles,
    done.mend_heavy_objects,
    done.mend_takers_of_rights,
    asked.mend_asked_behind_relatives,
    asked.mend_asked_through_others,
    asked.mend_second_thanks,
    asked.mend_ways_back,
    asked.mend_doers_of_nouns,
    idioms.mend_projecting,
    idioms.mend_events_to_come,
    idioms.mend_stranded_parties,
    idioms.mend_paired_infinitives,
    idioms.mend_called_on,
    acts.mend_places_behind_particles,
    idioms.mend_concerned,
    idioms.mend_second_clauses,
    idioms.mend_to_date,
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
    attachments.mend_laid,
    attachments.mend_times_of_appositions,
    attachments.mend_verbs_taken_for_participles,
    roots.mend_verbs_behind_commas,
    classes.mend_loose_joints,
    acts.mend_acts_in_series,
    acts.mend_acts_behind_relatives,
    acts.mend_second_thanked,
    acts.mend_ways_of_meeting,
    acts.mend_inverted_conditions,
    bracketed.mend_clauses_behind_symbols,
    gapped.mend_gapped_objects,
    gapped.mend_gapped_clauses,
    gapped.mend_gapped_amounts,
    gapped.mend_gapped_tolls,
    parts.mend_parts_without_verbs,
    elliptical.mend_numbers_for_nouns,
    gapped.mend_second_asked,
    gapped.mend_tasking,
    gapped.mend_bound_prepositions,
    gapped.mend_offices_behind_names,
    gapped.mend_places_in_two,
    gapped.mend_awaited_deeds,
    selected.mend_asked_phrases,
    selected.mend_victims_of_deeds,
    selected.mend_places_of_speakers,
    selected.mend_clauses_told,
    selected.mend_bearers_as_measures,
    selected.mend_months_before_subjects,
    selected.mend_things_in_places,
    selected.mend_states_of_objects,
    presents.mend_joined_plurals,
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
    openings.mend_directions,
    told.mend_provided,
    told.mend_as_long_as,
    told.mend_conditions_of_contents,
    told.mend_rows_of_contents,
    told.mend_results_behind_sayings,
    told.mend_sayings_behind_sayings,
    told.mend_other_sayings,
    told.mend_suing,
    told.mend_sources_of_both,
    told.mend_having,
    told.mend_contents_as_relatives,
    told.mend_told_contents,
    told.mend_perfects,
    completed.mend_let_undergo,
    completed.mend_exchanges,
    completed.mend_made_clear,
    whose.mend_bearers_told,
    whose.mend_made_things,
    whose.mend_doers_behind_nouns,
    denied.mend_among_them,
    denied.mend_not_but,
    denied.mend_short_of,
    denied.mend_leave_to_act,
    whose.mend_subjects_including,
    whose.mend_offices_joined,
    whose.mend_second_relatives,
    whose.mend_pasts_behind_relatives,
    whose.mend_plural_conjuncts,
    whose.mend_with_whom,
    things.mend_some_of_them,
    things.mend_which_behind_days,
    things.mend_ranked_deeds,
    phrases.mend_owing,
    asked.mend_asked_groups,
    members.mend_members_behind_places,
    partners.mend_bodies_behind_places,
    partners.mend_lands_of_several,
    partners.mend_persons_before_owners,
    partners.mend_parties_of_papers,
    members.mend_joined_agents,
    members.mend_named_speakers,
    members.mend_reported_to,
    members.mend_adjectives_in_capitals,
    members.mend_shared_owners,
    members.mend_second_reasons,
    members.mend_sizes_behind_nouns,
    members.mend_indefinite_rows,
    agreement.mend_verbs_of_another_number,
    agreement.mend_plurals_behind_relatives,
    agreement.mend_stands_behind_pluperfects,
    agreement.mend_objects_behind_terms,
    agreement.mend_told_of,
    agreement.mend_successors,
    agreement.mend_judged_as,
    agreement.mend_last_agents,
    verbs.mend_opposing,
    verbs.mend_three_verbs,
    verbs.mend_as_well_as,
    verbs.mend_joined_recipients,
    verbs.mend_disguised_presents,
    verbs.mend_verbs_behind_appositions,
    verbs.mend_thought_to,
    bearers.mend_bearers_behind_lands,
    bearers.mend_lands_behind_second_bearers,
    bearers.mend_persons_behind_offices,
    bearers.mend_two_offices_of_one,
    apposed.mend_listed_bearers,
    apposed.mend_persons_beside_callings,
    apposed.mend_owners_as_subjects,
    apposed.mend_tellers_behind,
    apposed.mend_persons_of_a_land,
    apposed.mend_ones_of_several,
    apposed.mend_named_addressees,
    apposed.mend_deeds_decided,
    apposed.mend_verbs_before_objects,
    apposed.mend_modifiers_with_subjects,
    apposed.mend_counted_offices,
    bracketed.mend_lands_of_offices,
    bracketed.mend_bearers_in_lists,
    bracketed.mend_persons_behind_dates,
    bracketed.mend_bracketed_shares,
    apposed.mend_initiatives_supported,
    apposed.mend_harm_accused,
    bearers.mend_second_offices,
    places.mend_attacks_by_guided,
    papers.mend_votes,
    openings.mend_leave_to_speak,
    capacities.mend_second_parts,
    capacities.mend_parts_held_with,
    capacities.mend_parts_of_asked,
    bearers.mend_accused_leaders,
    asides.mend_causes_of_changes,
    asides.mend_growth_behind_sums,
    asides.mend_inserted_gerunds,
    asides.mend_appositions_as_objects,
    asides.mend_deeds_summed_up,
    asides.mend_denied_charges,
    asides.mend_datelines,
    asides.mend_vocatives,
    asides.mend_first_monarchs,
    asked.mend_gapped_destinations,
    complements.mend_made_conditional,
    complements.mend_pursuant,
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
    rows.mend_deeds_invited_to,
    rows.mend_invited_deeds,
    hidden.mend_verbs_behind_intents,
    hidden.mend_names_between,
    hidden.mend_verbs_between_names,
    hidden.mend_names_behind_kinds,
    attachments.mend_worths_of_things,
    bases.mend_helped_deeds,
    bases.mend_that_before_plurals,
    bases.mend_listed_infinitives,
    nearest.mend_bases_behind_participles,
    nearest.mend_nearest_infinitives,
    nearest.mend_second_infinitives,
    nearest.mend_held_accountable,
    nearest.mend_stands_behind_clauses,
    nearest.mend_verbs_of_relatives,
    nearest.mend_gerunds_behind_bases,
    nearest.mend_gerunds_behind_finite,
    nearest.mend_listed_gerunds,
    nearest.mend_pledged_sums,
    nearest.mend_subjects_before_asides,
    money.mend_prices,
    attachments.mend_terms_of_office,
    verbs.mend_objects_like_verbs,
    idioms.mend_behind_fixed_phrases,
    idioms.mend_objects_behind_manners,
    asked.mend_kept_informed,
    asked.mend_other_steps,
    asked.mend_mandated_deeds,
    compounds.mend_adjacent_nouns,
    compounds.mend_kinds_of_the_obliged,
    compounds.mend_national_lists,
    openings.mend_verbs_behind_participles,
    openings.mend_subjects_behind_support,
    openings.mend_clauses_behind_nor,
    openings.mend_reflexives_in_relatives,
    asked.mend_asked_bodies,
    bases.mend_bases_behind_modals,
    bases.mend_opening_in_lists,
    gifts.mend_denied_access,
    attachments.mend_judged_deeds,
    attachments.mend_measured_changes,
    attachments.mend_origins_of_agents,
    preambles.mend_notes_taken,
    preambles.mend_efforts_noted,
    preambles.mend_papers_beside_verbs,
    preambles.mend_openings_of_preambles,
    preambles.mend_stands_in_series,
    preambles.mend_years_before_names,
    doers.mend_doers_behind_deeds,
    doers.mend_of_behind_nouns,
    doers.mend_second_bearers,
    doers.mend_listed_names,
    doers.mend_tasks,
    doers.mend_second_perfects,
    doers.mend_nouns_before_modals,
    doers.mend_allowing_oneself,
    doers.mend_told_persons,
    doers.mend_parts_of_which,
    openings.mend_verbs_before_commas,
    openings.mend_last_verbs,
    openings.mend_participles_behind_quotes,
    lasting.mend_verbs_behind_passives,
    lasting.mend_nouns_behind_to,
    lasting.mend_last_conditions,
    lasting.mend_asides_before_objects,
    lasting.mend_listed_owners,
    lasting.mend_dates_in_front,
    lasting.mend_member_states,
    lasting.mend_names_before_adjectives,
    asked.mend_last_asked,
    asked.mend_all_asked,
    asked.mend_places_of_the_asked,
    asked.mend_rows_asked,
    bases.mend_second_contents,
    trailing.mend_reporters_behind,
    trailing.mend_parts_of_amounts,
    trailing.mend_charges_denied,
    doers.mend_last_doers,
    doers.mend_phrases_behind_named_doers,
    gifts.mend_gifts_worth_amounts,
    gifts.mend_lenders,
    places.mend_deeds_under_frameworks,
    places.mend_bodies_that_underline,
    places.mend_clauses_behind_who_warned,
    trailing.mend_conditions_at_end,
    trailing.mend_members_of_which,
    trailing.mend_turns_to_topics,
    trailing.mend_makers_behind_places,
    trailing.mend_things_to_be_held,
    dates.mend_times_of_starts,
    dates.mend_days_of_sayings,
    dates.mend_times_of_events,
    helped.mend_helpers,
    helped.mend_deeds_with_help,
    helped.mend_on_behalf,
    declared.mend_company_of_the_asked,
    declared.mend_chairs_of_the_asked,
    declared.mend_chairs_behind_dates,
    declared.mend_deeds_with_dates,
    declared.mend_topics_in_rows,
    declared.mend_happenings_before_clauses,
    declared.mend_results_of_relatives,
    declared.mend_stands_behind_aims,
    declared.mend_trades_behind_trades,
    declared.mend_sayers_who_ask,
    declared.mend_lands_of_leaders,
    farther.mend_freight,
    farther.mend_things_behind_partners,
    farther.mend_second_reasons,
    farther.mend_sums_of_clauses,
    farther.mend_sums_of_plans,
    farther.mend_dashed_names,
    deeds.mend_phrases_of_deeds,
    deeds.mend_congratulations,
    deeds.mend_sides_as_subjects,
    deeds.mend_shared_deeds,
    about.mend_that_before_subjects,
    about.mend_pasts_in_demands,
    about.mend_nouns_demanded,
    about.mend_things_behind_asides,
    about.mend_harm_behind_harm,
    about.mend_rows_called_on,
    about.mend_of_behind_days,
    about.mend_parts_given,
    carried.mend_calls_behind_gifts,
    carried.mend_parts_taken,
    carried.mend_givers,
    carried.mend_things_to_be_done,
    participles.mend_titles_in_quotes,
    participles.mend_spoken_participles,
    participles.mend_base_participles,
    participles.mend_participles_behind_nouns,
    covered.mend_covered_lists,
    carried.mend_company_behind_bearers,
    carried.mend_invitations_behind_spans,
    carried.mend_told_of_things,
    carried.mend_second_owners,
    own_verbs.mend_verbs_behind_sayings,
    own_verbs.mend_ages,
    whole.mend_harm_of_happenings,
    pasts.mend_finite_participles,
    phrases.mend_adjectives_behind_articles,
    participles.mend_taking_place,
    sought.mend_ensured_clauses,
    sought.mend_asked_behind_relatives,
    sought.mend_objects_behind_aims,
)


@cache
def needs_of(mends: tuple[Mend, ...]) -> tuple[list[int], dict[str, list[tuple[int, int]]]]:
    """A bit for each mend, its place among them: of those without a first, second … need; and by mark, of whose it is.

    With each mark goes the need's number.
    """
    needs = [NEEDS.get(mend, ()) for mend in mends]
    free = [0] * max(map(len, needs))
    marked: dict[str, dict[int, int]] = {}
    for number in range(len(free)):
        for i, need in enumerate(needs):
            if number >= len(need):
                free[number] |= 1 << i
            for mark in need[number] if number < len(need) else ():
                of_mark = marked.setdefault(mark, {})
                of_mark[number] = of_mark.get(number, 0) | 1 << i
    return free, {mark: [*of_mark.items()] for mark, of_mark in marked.items()}


def needed(mends: tuple[Mend, ...], words: Words) -> int:
    """The bits of the mends whose every need is met by a mark of the words."""
    free, marked = needs_of(mends)
    met = list(free)
    for mark in marks_of(words):
        for number, bits in marked.get(mark, ()):
            met[number] |= bits
    return reduce(and_, met)


def repair(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with every mend made, in a fixed order; one that would hang a word below itself is left out.

    It is left out at once, since the mends behind it climb from word to word, and would do so in a circle for ever.
    """
    mended = list(words)
    bits = needed(REPAIRS, mended)
    while bits:
        lowest = bits & -bits
        before = list(mended)
        mended = REPAIRS[lowest.bit_length() - 1](mended)
        bits ^= lowest
        if mended == before:
            continue
        if is_tree(mended):
            bits = needed(REPAIRS, mended) & -(lowest << 1)
        else:
            mended = before
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
