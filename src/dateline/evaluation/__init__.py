"""Measuring the reader on annotated data: tasks, scores, floors that only rise."""

from dateline.evaluation.registry import TASKS, evaluate
from dateline.evaluation.tasks import Evaluation, Options, Outcome, Task

__all__ = ["TASKS", "Evaluation", "Options", "Outcome", "Task", "evaluate"]
