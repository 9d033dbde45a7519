"""Where a profile's files live, for those who need to know it before the engine is loaded.

Importing this is cheap, importing `control.api` is not; the window looks for its profile before it paints.
"""

from headwater.engine.profile import HOME_VARIABLE, Profile

__all__ = ["HOME_VARIABLE", "Profile"]
