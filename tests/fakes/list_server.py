"""A small HTTP server of a few documents by path: lists, signatures and small files that lie beside each other."""

from collections.abc import Mapping

from aiohttp import web


class ListServer:
    """Serves `documents` by path, 404 for all others; `headers` are those of some paths' answers, `asked` all paths."""

    def __init__(
        self, documents: Mapping[str, bytes], headers: Mapping[str, tuple[tuple[str, str], ...]] | None = None
    ) -> None:
        self._documents = documents
        self._headers = headers or {}
        self._runner: web.AppRunner | None = None
        self.url = ""
        self.asked: list[str] = []

    async def __aenter__(self) -> "ListServer":
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        data = self._documents.get(request.path)
        if data is None:
            return web.Response(status=404)
        return web.Response(body=data, headers=dict(self._headers.get(request.path, ())))
