"""Do sources serve one file? Each test is a short history of answers and what followed from each."""

import pytest

from headwater.engine.agreement import Agreement, Ruling
from headwater.model.source import SourceId, Validator

A, B, C = SourceId(0), SourceId(1), SourceId(2)
NO_MARK = Validator()
#: A file that is replaced has another date, too.
OLD = Validator('"old"', "Tue, 01 Jul 2025 12:00:00 GMT")
NEW = Validator('"new"', "Wed, 02 Jul 2025 12:00:00 GMT")


def rejected(ruling: Ruling) -> set[SourceId]:
    return {source_id for source_id, _ in ruling.rejected}


def test_sources_of_one_size_agree_whatever_their_validators() -> None:
    agreement = Agreement((A, B))
    assert agreement.judge(A, 100, OLD) == Ruling(100)
    assert agreement.judge(B, 100, NEW) == Ruling(100)
    assert not agreement.rejected


def test_among_two_sizes_the_first_given_wins_also_when_it_answers_last() -> None:
    agreement = Agreement((A, B))
    assert agreement.judge(B, 200, NO_MARK) == Ruling(200)
    ruling = agreement.judge(A, 100, NO_MARK)
    assert ruling.size_bytes == 100
    assert ruling.start_over
    assert rejected(ruling) == {B}
    assert "200" in agreement.rejected[B]


def test_a_majority_wins_over_the_first_and_takes_back_who_had_lost() -> None:
    agreement = Agreement((A, B, C))
    agreement.judge(A, 100, NO_MARK)
    assert rejected(agreement.judge(B, 200, NO_MARK)) == {B}
    ruling = agreement.judge(C, 200, NO_MARK)
    assert ruling == Ruling(200, ruling.rejected, start_over=True)
    assert set(agreement.rejected) == {A}


def test_what_is_trusted_is_never_outvoted() -> None:
    agreement = Agreement((A, B, C), trusted_size_bytes=100)
    for source_id in (A, B, C):
        ruling = agreement.judge(source_id, 200, NO_MARK)
        assert ruling.size_bytes == 100
        assert not ruling.start_over
    assert set(agreement.rejected) == {A, B, C}


def test_a_source_that_changes_is_set_aside_alone() -> None:
    agreement = Agreement((A, B))
    agreement.judge(A, 100, OLD)
    agreement.judge(B, 100, OLD)
    ruling = agreement.judge(B, 100, NEW)
    assert rejected(ruling) == {B}
    assert "changed" in agreement.rejected[B]
    assert not agreement.judge(A, 100, OLD).rejected


def test_a_source_that_changed_since_an_earlier_run_is_set_aside_while_others_may_go_on() -> None:
    agreement = Agreement((A, B), validators={A: OLD, B: OLD}, earlier_size_bytes=100)
    assert rejected(agreement.judge(A, 100, NEW)) == {A}
    assert not agreement.judge(B, 100, OLD).rejected
    assert agreement.size_bytes == 100


@pytest.mark.parametrize(("size_bytes", "validator"), [(100, NEW), (120, NEW), (120, NO_MARK)])
def test_when_all_sources_changed_since_an_earlier_run_everything_starts_over(
    size_bytes: int, validator: Validator
) -> None:
    agreement = Agreement((A, B), validators={A: OLD, B: OLD}, earlier_size_bytes=100)
    assert not agreement.judge(A, size_bytes, validator).start_over
    ruling = agreement.judge(B, size_bytes, validator)
    assert ruling == Ruling(size_bytes, start_over=True)
    assert agreement.judge(A, size_bytes, validator) == Ruling(size_bytes)


def test_a_source_that_changes_in_this_run_does_not_start_over_what_it_had_confirmed() -> None:
    agreement = Agreement((A,), validators={A: OLD}, earlier_size_bytes=100)
    agreement.judge(A, 100, OLD)
    ruling = agreement.judge(A, 100, NEW)
    assert rejected(ruling) == {A}
    assert not ruling.start_over


def test_a_source_that_names_two_sizes_is_set_aside() -> None:
    agreement = Agreement((A,))
    agreement.judge(A, 100, NO_MARK)
    assert rejected(agreement.judge(A, 101, NO_MARK)) == {A}


def test_marks_are_gathered_over_answers() -> None:
    agreement = Agreement((A,))
    agreement.judge(A, 100, Validator(etag='"x"'))
    agreement.judge(A, 100, Validator(last_modified="yesterday"))
    assert agreement.validators[A] == Validator('"x"', "yesterday")


def test_one_that_does_not_tell_its_size_loses_to_one_that_does() -> None:
    agreement = Agreement((A, B))
    assert agreement.judge(A, None, NO_MARK) == Ruling(None)
    ruling = agreement.judge(B, 100, NO_MARK)
    assert rejected(ruling) == {A}
    assert ruling.start_over, "bytes of A may be here already"
    assert "size" in agreement.rejected[A]


def test_one_that_does_not_tell_its_size_is_set_aside_where_the_size_is_known() -> None:
    agreement = Agreement((A, B))
    agreement.judge(A, 100, NO_MARK)
    ruling = agreement.judge(B, None, NO_MARK)
    assert rejected(ruling) == {B}
    assert not ruling.start_over


def test_an_end_that_was_reached_is_trusted() -> None:
    agreement = Agreement((A, B))
    agreement.judge(A, None, NO_MARK)
    agreement.trust(100)
    assert not agreement.judge(A, None, NO_MARK).rejected
    assert rejected(agreement.judge(B, 99, NO_MARK)) == {B}


@pytest.mark.parametrize("page_first", [True, False])
def test_a_page_never_outvotes_a_file(page_first: bool) -> None:
    agreement = Agreement((A, B))
    for page in (page_first, not page_first):
        if page:
            agreement.judge(A, 9, NO_MARK, may_be_page=True)
        else:
            agreement.judge(B, 100, NO_MARK)
    assert agreement.size_bytes == 100
    assert "page" in agreement.rejected[A]


def test_a_page_alone_is_believed_until_it_is_withdrawn() -> None:
    agreement = Agreement((A, B))
    assert agreement.judge(A, 9, NO_MARK, may_be_page=True).size_bytes == 9
    ruling = agreement.withdraw(A, "it sent a web page")
    assert ruling.size_bytes is None
    assert ruling.start_over
    assert agreement.judge(B, 100, NO_MARK) == Ruling(100)
    assert dict(agreement.rejected) == {A: "it sent a web page"}


def test_withdrawing_one_of_several_claims_changes_nothing_else() -> None:
    agreement = Agreement((A, B))
    agreement.judge(A, 100, NO_MARK)
    agreement.judge(B, 100, NO_MARK)
    assert agreement.withdraw(B, "gone") == Ruling(100)
    assert agreement.withdraw(C, "never answered") == Ruling(100)


def test_claims_of_sources_that_went_do_not_count() -> None:
    agreement = Agreement((A, B, C))
    agreement.judge(A, 100, NO_MARK)
    agreement.judge(B, 200, NO_MARK)
    agreement.set_order((A, C))
    assert agreement.judge(C, 200, NO_MARK).size_bytes == 100


def test_a_newcomer_of_another_size_is_set_aside_and_what_is_here_is_kept() -> None:
    agreement = Agreement((B,), validators={A: OLD}, earlier_size_bytes=100, newcomers=[B])
    ruling = agreement.judge(B, 120, NEW)
    assert (ruling.size_bytes, ruling.start_over, rejected(ruling)) == (100, False, {B})
    assert agreement.rejected[B].startswith("its file has 120 bytes, the one begun here 100; what is here was kept")
    agreement.set_order((C,), keeps_bytes=True)
    assert agreement.judge(C, 100, NEW) == Ruling(100)


def test_one_that_joins_while_bytes_are_here_never_overturns_their_size() -> None:
    agreement = Agreement((A,))
    agreement.judge(A, 100, NO_MARK)
    agreement.set_order((B, C), keeps_bytes=True)
    for source_id in (B, C):
        ruling = agreement.judge(source_id, 200, NO_MARK)
        assert (ruling.size_bytes, ruling.start_over, rejected(ruling)) == (100, False, {source_id})


def test_one_that_joins_before_any_byte_came_has_its_vote() -> None:
    agreement = Agreement((A,))
    agreement.judge(A, 100, NO_MARK)
    agreement.set_order((B,))
    assert agreement.judge(B, 200, NO_MARK).size_bytes == 200


@pytest.mark.parametrize("newcomer_first", [True, False])
def test_when_all_old_sources_changed_a_newcomer_may_start_over_with_them(newcomer_first: bool) -> None:
    agreement = Agreement((A, B), validators={A: OLD}, earlier_size_bytes=100, newcomers=[B])
    for source_id in (B, A) if newcomer_first else (A, B):
        ruling = agreement.judge(source_id, 120, NEW)
    assert ruling.start_over is not newcomer_first, (
        "the one that was set aside stays so; the other may not speak for it"
    )
