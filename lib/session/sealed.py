"""What is kept outside this process is sealed: encrypted with a key made from a secret that is kept nowhere (a user's
cookie, a room's code), under a name made from that secret in another way. Neither tells the other, or the secret."""

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE = 12  # bytes


class Seal:
    """Seals what belongs to one secret. `purpose`: what it is used for, so that one secret gives other keys for other
    things; `salt`: what only these servers know, for a secret that could be guessed. `name`: what it goes by, in hex."""

    def __init__(self, secret: str, purpose: str, salt: bytes = b"") -> None:
        self.name = _derived(secret, f"{purpose}: name", salt).hex()
        self._key = _derived(secret, f"{purpose}: key", salt)
        self._mark = _derived(secret, f"{purpose}: mark", salt)

    def close(self, data: bytes, about: str) -> bytes:
        """The data, encrypted; it opens only as what it is `about`."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + AESGCM(self._key).encrypt(nonce, data, about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """What was closed. Raises `ValueError` where it was closed with another secret, or about something else."""
        try:
            return AESGCM(self._key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode())
        except (InvalidTag, ValueError):
            raise ValueError("sealed with another key") from None

    def mark(self, digest: bytes) -> str:
        """A name for something by its digest, from which nobody else can tell what it is a digest of."""
        return hmac.new(self._mark, digest, "sha256").hexdigest()


def _derived(secret: str, what: str, salt: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt or None, f"klantmonitor {what}".encode()).derive(secret.encode())
