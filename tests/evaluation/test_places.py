"""The task `places`."""

from pathlib import Path

import pytest

from dateline.errors import DataError
from dateline.evaluation import evaluate

ARTICLE = """<articles><article docid="7"><text>Fire crews came from Springfield, Ohio.</text><toponyms>
<toponym><start>21</start><end>32</end><phrase>Springfield</phrase>
<gaztag geonameid="{id}"><name>Springfield</name><lat>39.92</lat><lon>-83.81</lon></gaztag></toponym>
<toponym><start>0</start><end>4</end><phrase>Fire</phrase></toponym>
</toponyms></article></articles>"""


def test_a_name_is_right_where_it_is_near_and_exact_where_the_id_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "lgl.xml").write_text(ARTICLE.format(id=4525353))
    assert evaluate("places", tmp_path).scores == {"acc161": 1, "exact": 1}
    (tmp_path / "lgl.xml").write_text(ARTICLE.format(id=1))
    assert evaluate("places", tmp_path).scores == {"acc161": 1, "exact": 0}


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "lgl.xml").write_text("<articles>")
    with pytest.raises(DataError, match=r"lgl\.xml"):
        evaluate("places", tmp_path)
