"""What one job's bytes are held in, for the parts of this package that work on them together. No behaviour.

The rule: whatever two parts of one job share, they share through this, and nothing of another job is in it.
"""

from dataclasses import dataclass

from headwater.content.byte_ledger import ByteLedger
from headwater.content.disk_pool import DiskPool
from headwater.content.journal import Journal
from headwater.content.part_store import PartStore
from headwater.content.standing import Standing
from headwater.model.job import JobId


@dataclass(frozen=True, slots=True)
class Holding:
    """One job's books and its file, and the engine's journal and workers that they need."""

    job_id: JobId
    standing: Standing
    ledger: ByteLedger
    store: PartStore
    journal: Journal
    disk: DiskPool
