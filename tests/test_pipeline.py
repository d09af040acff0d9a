"""The stages stand in an order in which each finds what it reads."""

import inspect

import pytest

from dateline.pipeline import INPUTS, STAGES, Stage
from dateline.records import Reading

MADE_BY_THE_PIPELINE = {"page_id", "reader"}


def name_of(stage: Stage) -> str:
    return stage.run.__name__


@pytest.mark.parametrize("position", range(len(STAGES)), ids=[name_of(stage) for stage in STAGES])
def test_a_stage_reads_only_what_an_earlier_one_filled(position: int) -> None:
    filled = set(INPUTS).union(*(stage.fills for stage in STAGES[:position]))
    assert set(STAGES[position].reads) <= filled


@pytest.mark.parametrize("stage", STAGES, ids=name_of)
def test_a_stage_declares_exactly_what_its_function_takes(stage: Stage) -> None:
    assert tuple(inspect.signature(stage.run).parameters) == stage.reads


def test_nothing_is_filled_twice() -> None:
    filled = [name for stage in STAGES for name in stage.fills]
    assert len(filled) == len(set(filled))
    assert not set(filled) & set(INPUTS)


def test_everything_that_is_filled_is_used() -> None:
    filled = {name for stage in STAGES for name in stage.fills}
    read = {name for stage in STAGES for name in stage.reads}
    assert filled <= read | set(Reading.__struct_fields__)


def test_the_stages_together_fill_a_reading() -> None:
    filled = {name for stage in STAGES for name in stage.fills}
    assert set(Reading.__struct_fields__) - MADE_BY_THE_PIPELINE <= filled
