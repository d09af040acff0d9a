"""The article in pieces."""

from types import SimpleNamespace

from dateline.views.marking import marked


def test_the_pieces_make_up_the_text_and_know_their_sentence(story: SimpleNamespace) -> None:
    for reading in story.READINGS:
        blocks = marked(reading, {}.get)
        for block, found in zip(reading.article.blocks, blocks, strict=True):
            assert "".join(piece.text for piece in found.pieces) == block.span.of(reading.article.text)
            assert {piece.sentence for piece in found.pieces} == {block.span.start}


def test_evidence_and_statements_can_be_led_to(story: SimpleNamespace) -> None:
    reading = story.READINGS[0]
    pieces = [piece for block in marked(reading, {}.get) for piece in block.pieces]
    starts = {piece.start for piece in pieces}
    assert {event.span.start for event in reading.events} <= starts
    assert [id for piece in pieces for id in piece.begins] == [story.STATEMENT.id]
