"""Channels: their numbers and the states one connection goes through."""

from enum import Enum
from typing import Final, NewType

#: Number of a channel within its job; given by the scheduler, never used twice.
ChannelId = NewType("ChannelId", int)


class ChannelState(Enum):
    """Where a channel stands; only `TRANSITIONS` are possible."""

    OPENING = "opening"
    IDLE = "idle"
    WAITING = "waiting for the first byte"
    RECEIVING = "receiving"
    CLOSED = "closed"


TRANSITIONS: Final[dict[ChannelState, frozenset[ChannelState]]] = {
    ChannelState.OPENING: frozenset({ChannelState.IDLE, ChannelState.WAITING, ChannelState.CLOSED}),
    ChannelState.IDLE: frozenset({ChannelState.WAITING, ChannelState.CLOSED}),
    ChannelState.WAITING: frozenset({ChannelState.RECEIVING, ChannelState.IDLE, ChannelState.CLOSED}),
    ChannelState.RECEIVING: frozenset({ChannelState.IDLE, ChannelState.CLOSED}),
    ChannelState.CLOSED: frozenset(),
}
