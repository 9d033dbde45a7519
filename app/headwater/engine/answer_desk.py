"""Where a job's channels report: judges answers, learns the file's size, and supplies what channels need.

Implements `channel_runner.ChannelHost` for one attempt of one job. Whether sources agree is decided by
`engine.agreement`; here its rulings become events and facts of the job. The rule: no byte of an answer is passed on
before the answer was judged.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from headwater.channels.throttle import Throttle
from headwater.channels.web_page import is_page_type, may_be_page
from headwater.discovery.filename import name_from_url
from headwater.engine.agreement import Agreement, Ruling
from headwater.engine.channel_settings import settings_for
from headwater.engine.conductor import Conductor
from headwater.engine.job import Job
from headwater.engine.job_storage import JobStorage
from headwater.engine.leads import Leads
from headwater.engine.rate_limit import JobBuckets
from headwater.engine.services import Services
from headwater.model.channel import ChannelId
from headwater.model.errors import Cause, Retry, SourceError
from headwater.model.events import Event, SizeLearned, SourceAnswered, SourceRejected
from headwater.model.ports import Channel, ChannelRequest, ResponseFacts, Sink
from headwater.model.source import SourceId, SourceSpec, Support, Validator
from headwater.model.spans import Span
from headwater.model.wording import say

#: How often a source may say that the file is empty before it is believed, while others have not said anything.
_MOST_EMPTY: Final = 4
_EMPTY: Final = say("The server says that the file is empty; that is believed when no other source has more.")


class AnswerDesk:
    """One attempt's desk; `conductor` is set right after it is made, because each needs the other.

    `start_over` is called when bytes so far belong to a file that lost the vote, `answered` with every answer accepted.
    """

    conductor: Conductor

    def __init__(
        self,
        job: Job,
        services: Services,
        *,
        storage: JobStorage,
        agreement: Agreement,
        buckets: JobBuckets,
        leads: Leads,
        start_over: Callable[[], None],
        answered: Callable[[SourceId], None],
    ) -> None:
        self._job = job
        self._services = services
        self._storage = storage
        self._agreement = agreement
        self._buckets = buckets
        self._leads = leads
        self._start_over = start_over
        self._tell_answered = answered
        self._heard: set[SourceId] = set()
        self._empties: Counter[SourceId] = Counter()

    # ---- channel_runner.ChannelHost ----------------------------------------------------------------------

    def tell(self, event: Event) -> None:
        self.conductor.tell(event)

    def bytes_pending(self) -> None:
        self.conductor.bytes_pending()

    async def open_channel(self, source_id: SourceId) -> Channel:
        source = self._job.sources[source_id]
        read_buffer_bytes = self._services.limits.read_buffer_bytes(source.host, *self._buckets.of(source_id))
        channel_settings = settings_for(self._job.record.spec.options, self._services.settings, read_buffer_bytes)
        return await self._services.connectors.open(source, channel_settings)

    def request_for(self, source_id: SourceId, spans: tuple[Span, ...]) -> ChannelRequest:
        return ChannelRequest(spans, self._agreement.size_bytes, self._agreement.condition(source_id))

    def judge(self, channel_id: ChannelId, source_id: SourceId, request: ChannelRequest, facts: ResponseFacts) -> bool:
        self._heard.add(source_id)
        if facts.size_bytes == 0:
            self._doubt_empty(source_id)
        ruling = self._agreement.judge(
            source_id,
            facts.size_bytes,
            facts.validator,
            may_be_page=_may_be_page(self._job.sources[source_id], facts),
            is_unconditional=request.validator is None,
        )
        # It sent all because its mark was another one: asked without that condition, it may send what is wanted.
        is_moot = source_id in self._agreement.unmarked and facts.ranges is Support.UNKNOWN
        accepted = source_id not in self._agreement.rejected and not ruling.is_unclear and not is_moot
        if accepted and not ruling.start_over:
            self._storage.heard(self._job.sources[source_id].url, facts)
            self._note_expiry(source_id, is_expired=False)
            self._job.failures.pop(source_id, None)
            if facts.is_unverified:
                self._job.unverified.add(source_id)
            self._remember(facts)
            # Before the size, which makes the scheduler ask for more: it should know whether ranges work.
            self.tell(SourceAnswered(channel_id, facts.ranges, facts.multi_range))
        self._apply(ruling)
        if accepted and not ruling.start_over:
            self._leads.heard(facts)
            self._tell_answered(source_id)
        return accepted and not ruling.start_over

    def _doubt_empty(self, source_id: SourceId) -> None:
        """Raise `SourceError` while a source that has the file may be just about to answer.

        Nothing is left to fetch of an empty file, so that whoever has one, as mirrors do that are being filled, would
        end the job before any other could say a word.
        """
        self._empties[source_id] += 1
        others = {number for number, source in self._job.sources.items() if source.enabled and number != source_id}
        is_alone = others.issubset(self._heard)
        if self._agreement.size_bytes is None and not is_alone and self._empties[source_id] <= _MOST_EMPTY:
            raise SourceError(_EMPTY, retry=Retry.LATER, cause=Cause.BAD_ANSWER)

    def judge_refusal(self, source_id: SourceId, error: SourceError) -> None:
        if error.retry is Retry.NEVER:
            self._heard.add(source_id)
        self._note_expiry(source_id, is_expired=error.wants_fresh_url)
        self._job.failures.pop(source_id, None)
        if error.cause is not None:
            self._job.failures[source_id] = error.cause
        # Another size than the one asked with comes as a refusal and is a vote all the same; so does that of an empty
        # file, which has no byte that a range could name.
        if error.size_bytes is not None:
            self._apply(self._agreement.judge(source_id, error.size_bytes, Validator()))
        elif error.retry is Retry.NEVER and not self._storage.has_bytes_of(source_id):
            self._apply(self._agreement.withdraw(source_id, str(error)))

    def body_ended(self, source_id: SourceId, end: int) -> None:
        if end == 0:
            self._doubt_empty(source_id)
        if self._agreement.size_bytes is None:
            self._agreement.trust(end)
            self._learn_size(end)

    async def sink(self) -> Sink:
        return await self._storage.open()

    @property
    def lowest_rate_bytes_per_s(self) -> float | None:
        return self._job.record.spec.options.lowest_rate_bytes_per_s

    def throttle(self, source_id: SourceId) -> Throttle:
        return self._services.limits.throttle(self._job.sources[source_id].host, *self._buckets.of(source_id))

    # ---- the inside --------------------------------------------------------------------------------------

    def _apply(self, ruling: Ruling) -> None:
        if ruling.start_over:
            self._start_over()
            return
        if ruling.size_bytes is not None and ruling.size_bytes != self._job.record.size_bytes:
            self._learn_size(ruling.size_bytes)
        for source_id, reason in ruling.rejected:
            self.conductor.tell(SourceRejected(source_id, reason))

    def _note_expiry(self, source_id: SourceId, *, is_expired: bool) -> None:
        expired = self._job.record.expired
        if is_expired and source_id not in expired:
            self._job.update(expired=(*expired, source_id))
        elif not is_expired and source_id in expired:
            self._job.update(expired=tuple(number for number in expired if number != source_id))

    def _learn_size(self, size_bytes: int) -> None:
        self._job.update(size_bytes=size_bytes)
        self._storage.learn_size(size_bytes)
        self.conductor.tell(SizeLearned(size_bytes))

    def _remember(self, facts: ResponseFacts) -> None:
        """Keep what a later run needs: validators, and the newest modification time that a source told."""
        validators = tuple(sorted(self._agreement.validators.items()))
        record = self._job.record
        if validators != record.validators or (record.modified_at is None and facts.modified_at is not None):
            modified_at = record.modified_at if record.modified_at is not None else facts.modified_at
            self._job.record = replace(record, validators=validators, modified_at=modified_at)
            self._services.keeper.save_soon(self._job)


def _may_be_page(source: SourceSpec, facts: ResponseFacts) -> bool:
    """Whether an answer calls itself a web page where none was asked for; its body is looked at later."""
    kind = facts.content_type
    is_beginning = facts.status == 200 or any(span.start == 0 for span in facts.spans)
    return is_beginning and is_page_type(kind) and may_be_page(kind, name_from_url(source.url), True)
