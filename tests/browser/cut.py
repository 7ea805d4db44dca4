"""A wire between a browser and a server that can be cut: what was connected stays silent, as for a phone that slept."""

import contextlib
import socket
import threading


class Wire:
    """Listens on `port` of this machine and passes on to the server at `target`."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._is_cut = False
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """From now on nothing passes; who is connected isn't told, who comes is refused."""
        self._is_cut = True

    def drop(self) -> None:
        """From now on nothing passes, and who is connected is told so."""
        self._is_cut = True
        for end in self._ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._ends.clear()

    def mend(self) -> None:
        """Whoever connects anew is passed on again; what was cut stays silent."""
        self._is_cut = False

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                if self._is_cut:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self._target))
                self._ends += [near, far]
                dead = threading.Event()
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass, args=(one, other, dead), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket, dead: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                if self._is_cut:
                    dead.set()
                if not dead.is_set():
                    other.sendall(data)
            if not dead.is_set():
                other.shutdown(socket.SHUT_WR)
