"""Identifiers made from content, so that reading a page twice changes nothing."""

import hashlib

ID_LENGTH = 16


def content_id(*parts: object) -> str:
    """16 hexadecimal digits of BLAKE2b over the parts, bytes as they are and the rest by `str`.

    Each part is preceded by its length, so ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.blake2b(digest_size=ID_LENGTH // 2)
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
