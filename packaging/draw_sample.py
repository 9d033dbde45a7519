# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy>=1.26", "pillow>=10"]
# ///
"""Draw the demo's picture: a river that comes down from its headwater, as a progressive JPEG.

    uv run packaging/draw_sample.py     (or any Python that has numpy and Pillow)

The landscape is a height field of eroded gradient noise with a valley cut into it, seen by casting one ray a pixel;
light, shadow, haze and the river's mirror follow from it. Everything is computed, so the picture is the project's
own. Units: kilometres, the viewer at x = 0, z = 0, looking along +z.
"""

from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

Array = np.ndarray[Any, np.dtype[np.float32]]

TARGET = Path(__file__).parent.parent / "resources" / "headwater_resources" / "samples" / "headwater.jpg"
WIDTH, HEIGHT = 3840, 2400
QUALITY = 75  # with the colours at half the resolution: small enough to be carried along by every package
FOCAL = WIDTH * 0.88  # about 59 degrees across
HORIZON = HEIGHT * 0.40  # rows above the horizon
EYE = 0.62  # above the river
DEPTHS = np.geomspace(0.7, 60.0, 3600).astype(np.float32)
SUN = np.array([-0.84, 0.36, 0.30], np.float32) / np.linalg.norm([-0.84, 0.36, 0.30])
GRID, GRID_X, GRID_Z = 3072, 26.0, 52.0  # the map on which shadows are cast: half width and depth
SUNLIGHT = np.array([2.15, 1.58, 1.05], np.float32)
SKYLIGHT = np.array([0.24, 0.31, 0.43], np.float32)

FULL = 11  # octaves of noise where every detail counts

_random = np.random.default_rng(20_250_701)
_LATTICE = _random.random((512, 512), np.float32)


def smooth(low: float, high: float, value: Array) -> Array:
    """Hermite step from 0 at `low` to 1 at `high`."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def mix(a: Any, b: Any, share: Array) -> Array:
    """Colours `a` and `b`, `share` of the latter."""
    return a + (b - a) * share[..., None]


def noise(x: Array, z: Array) -> tuple[Array, Array, Array]:
    """Value noise in [0, 1] with quintic interpolation, and its two slopes."""
    ix, iz = np.floor(x).astype(np.int32), np.floor(z).astype(np.int32)
    fx, fz = x - ix, z - iz
    ux, uz = fx * fx * fx * (fx * (fx * 6 - 15) + 10), fz * fz * fz * (fz * (fz * 6 - 15) + 10)
    dx, dz = 30 * fx * fx * (fx * (fx - 2) + 1), 30 * fz * fz * (fz * (fz - 2) + 1)
    x0, x1, z0, z1 = ix & 511, (ix + 1) & 511, iz & 511, (iz + 1) & 511
    a, b, c, d = _LATTICE[x0, z0], _LATTICE[x1, z0], _LATTICE[x0, z1], _LATTICE[x1, z1]
    k = a - b - c + d
    return a + (b - a) * ux + (c - a) * uz + k * ux * uz, dx * (b - a + k * uz), dz * (c - a + k * ux)


def eroded(x: Array, z: Array, octaves: int) -> Array:
    """Fractal sum in which steep places take less of the finer octaves, which looks like erosion."""
    total, slope_x, slope_z = np.zeros_like(x), np.zeros_like(x), np.zeros_like(x)
    amplitude = 1.0
    for _ in range(octaves):
        value, dx, dz = noise(x, z)
        slope_x, slope_z = slope_x + dx * amplitude, slope_z + dz * amplitude
        total = total + amplitude * value / (1 + slope_x * slope_x + slope_z * slope_z)
        amplitude *= 0.5
        x, z = 1.6 * x - 1.2 * z + 11.3, 1.2 * x + 1.6 * z + 5.7
    return total


def river(z: Array) -> Array:
    """Where the river runs, x by z: it meanders ever wider towards the viewer's plain."""
    return 0.42 * np.sin(z * 0.95 + 2.3) + 0.75 * np.sin(z * 0.31 + 0.4) + 0.020 * z - 0.35


def stand(x: Array, z: Array) -> Array:
    """Where trees would like to stand: patches of several sizes, 0 to 1."""
    return noise(x * 1.3 + 3, z * 1.3)[0] * 0.5 + noise(x * 5.3, z * 5.3)[0] * 0.3 + noise(x * 21, z * 21)[0] * 0.2


def height(x: Array, z: Array, octaves: int = FULL) -> Array:
    """Height of the ground above the river's surface; below 0 is river bed."""
    away = np.abs(x - river(z)) + 0.035 * (noise(x * 4.5, z * 4.5)[0] - 0.5)
    peaks = eroded(x * 0.19 + 7.1, z * 0.19 + 2.9, octaves)
    mountains = 3.5 * np.maximum(peaks - 0.30, 0) ** 1.15 * (0.55 + 0.45 * smooth(3, 22, z))
    width = 0.060 + 0.075 * smooth(9, 1, z)
    meadow = 0.16 * smooth(0, 1.6, away - width) * (0.35 + eroded(x * 1.7, z * 1.7, max(3, octaves - 5)))
    banks = (away - width) * 0.22
    valley = smooth(0.15, 3.4 - 1.5 * smooth(10, 34, z), away - width)
    headwall = smooth(30, 40, z) * 1.5 * (0.4 + peaks)
    relief = np.minimum(banks, 0.012 + meadow) + mountains * valley + headwall
    if octaves < FULL:
        return relief
    crowns = noise(x * 83, z * 83)[0] + 0.5 * noise(x * 171, z * 171)[0]
    return relief + 0.013 * crowns * smooth(0.42, 0.50, stand(x, z)) * smooth(0.015, 0.045, relief) * smooth(
        0.95, 0.55, relief
    )


def wooded(x: Array, z: Array, ground: Array, steep: Array) -> Array:
    """How much forest stands here, 0 to 1."""
    return (
        smooth(0.42, 0.50, stand(x, z))
        * smooth(0.015, 0.045, ground)
        * smooth(0.95, 0.55, ground)
        * smooth(1.1, 0.6, steep)
    )


def shadow_map() -> Array:
    """Height of the shadow's upper edge over the map, found by walking away from the sun, column by column."""
    xs = np.linspace(-GRID_X, GRID_X, GRID, dtype=np.float32)
    zs = np.linspace(0, GRID_Z, GRID, dtype=np.float32)
    ground = np.stack([height(np.full_like(zs, x), zs, 8) for x in xs])
    edge = ground.copy()
    step = xs[1] - xs[0]
    shift, fall = step * SUN[2] / -SUN[0], step * SUN[1] / -SUN[0]
    for column in range(1, GRID):
        edge[column] = np.maximum(ground[column], np.interp(zs + shift, zs, edge[column - 1]) - fall)
    return edge


def lookup(grid: Array, x: Array, z: Array) -> Array:
    """Bilinear look-up on the map."""
    gx = np.clip((x + GRID_X) / (2 * GRID_X) * (GRID - 1), 0, GRID - 1.001)
    gz = np.clip(z / GRID_Z * (GRID - 1), 0, GRID - 1.001)
    ix, iz = gx.astype(np.int32), gz.astype(np.int32)
    fx, fz = gx - ix, gz - iz
    near = grid[ix, iz] * (1 - fx) + grid[ix + 1, iz] * fx
    far = grid[ix, iz + 1] * (1 - fx) + grid[ix + 1, iz + 1] * fx
    return near * (1 - fz) + far * fz


def sky(bearing: Array, slope: Array) -> Array:
    """Colour of the sky by bearing (x/z) and slope (y/z): dawn low on the left, thin clouds, blue above."""
    up = np.clip(slope, 0, 1)
    base = mix(np.array([0.93, 0.80, 0.66], np.float32), np.array([0.42, 0.60, 0.82], np.float32), smooth(0, 0.24, up))
    base = mix(base, np.array([0.16, 0.30, 0.56], np.float32), smooth(0.12, 0.62, up))
    glow = np.exp(-(((bearing + 0.62) / 0.55) ** 2) - (up / 0.20) ** 2)
    base = base + glow[..., None] * np.array([0.34, 0.17, 0.02], np.float32)
    far = 1 / np.maximum(up + 0.07, 0.02)
    x, z = bearing * far * 0.55, far * 0.9
    veil = eroded(x * 0.8 + 3, z * 0.8 + 1, 7) * 0.6 + noise(x * 0.31, z * 0.31 + 9)[0] * 0.7
    cloud = smooth(0.62, 1.02, veil) * smooth(0.0, 0.10, up)
    lit = mix(
        np.array([0.66, 0.60, 0.66], np.float32), np.array([1.08, 0.90, 0.74], np.float32), smooth(0.75, 1.2, veil)
    )
    return mix(base, lit, cloud * 0.85)


def ground_colour(x: Array, z: Array, ground: Array, grid: Array) -> Array:
    """Lit colour of the ground at points of the map, without haze."""
    reach = np.maximum(0.0011 * z, 0.0012)
    bare = FULL - 1  # without trees: what grows where depends on the ground below them
    steep = np.hypot(
        height(x + reach, z, bare) - height(x - reach, z, bare), height(x, z + reach, bare) - height(x, z - reach, bare)
    )
    steep = steep / (2 * reach)
    hx = (height(x + reach, z) - height(x - reach, z)) / (2 * reach)
    hz = (height(x, z + reach) - height(x, z - reach)) / (2 * reach)
    forest = wooded(x, z, ground, steep)
    crowns = noise(x * 95, z * 95)[0] * 0.6 + noise(x * 43 + 5, z * 43)[0] * 0.4
    length = np.sqrt(hx * hx + hz * hz + 1)
    facing = np.clip((SUN[1] - hx * SUN[0] - hz * SUN[2]) / length, 0, 1)
    grain = noise(x * 23, z * 23)[0] * 0.5 + noise(x * 160, z * 160)[0] * 0.5
    rock = mix(np.array([0.27, 0.245, 0.23], np.float32), np.array([0.44, 0.39, 0.35], np.float32), grain)
    meadow = mix(np.array([0.17, 0.21, 0.07], np.float32), np.array([0.42, 0.36, 0.14], np.float32), grain)
    colour = mix(rock, meadow, smooth(1.0, 0.55, steep + ground * 0.25))
    trees = mix(np.array([0.028, 0.062, 0.036], np.float32), np.array([0.095, 0.150, 0.060], np.float32), crowns)
    colour = mix(colour, trees, forest)
    gravel = smooth(
        0.013, 0.002, ground + 0.011 * (noise(x * 3.1 + 8, z * 3.1)[0] + 0.5 * noise(x * 17, z * 17)[0] - 0.62)
    )
    colour = mix(
        colour, mix(np.array([0.40, 0.37, 0.33], np.float32), np.array([0.58, 0.54, 0.48], np.float32), grain), gravel
    )
    snow_line = 0.86 + 0.35 * (noise(x * 2.3, z * 2.3)[0] - 0.5) + 0.12 * (grain - 0.5)
    snow = smooth(0.0, 0.22, ground - snow_line) * smooth(1.9, 0.95, steep)
    colour = mix(colour, np.array([0.86, 0.89, 0.94], np.float32), snow)
    sunny = smooth(0.035, -0.004, lookup(grid, x, z) - ground - 0.02) * (facing * (1 - 0.35 * forest * (1 - crowns)))
    open_sky = 0.45 + 0.55 / length
    return colour * (sunny[..., None] * SUNLIGHT + open_sky[..., None] * SKYLIGHT)


def haze(colour: Array, x: Array, z: Array, y: Array) -> Array:
    """Air between: bluish with distance, golden towards the sun, mist that lies on the valley's floor."""
    bearing = x / z
    warm = np.exp(-(((bearing + 0.75) / 0.62) ** 2))
    air = mix(np.array([0.56, 0.66, 0.78], np.float32), np.array([1.02, 0.84, 0.64], np.float32), warm)
    thick = 1 - np.exp(-np.maximum(z - 1.5, 0) * 0.030 * np.exp(-np.maximum(y, 0) * 0.42))
    drift = 0.55 + 0.9 * noise(x * 0.6, z * 0.35)[0]
    mist = 0.70 * np.exp(-np.maximum(y, 0) / 0.12) * smooth(5, 17, z) * drift
    return mix(colour, air, np.clip(1 - (1 - thick) * (1 - np.clip(mist, 0, 0.85)), 0, 1))


def first_hits(slopes: Array, rows: Array) -> Array:
    """Depth (as a fractional index, -1: sky) at which each row's ray meets the ground, column by column."""
    upper = np.maximum.accumulate(slopes, axis=0)
    hits = np.full((rows.size, slopes.shape[1]), -1, np.float32)
    for column in range(slopes.shape[1]):
        edge = upper[:, column]
        index = np.searchsorted(edge, rows)
        seen = index < edge.size
        at = np.clip(index, 1, edge.size - 1)
        gap = np.maximum(edge[at] - edge[at - 1], 1e-9)
        hits[seen, column] = (at - 1 + np.clip((rows - edge[at - 1]) / gap, 0, 1))[seen]
    return hits


def mirrored(ground: Array, hit: Array, slope: Array, column: Array) -> Array:
    """Where rays that leave the water upwards meet the ground, as depth indices; -1: they reach the sky."""
    found = np.full(hit.shape, -1, np.int32)
    start = DEPTHS[hit]
    for index in range(0, DEPTHS.size, 4):
        rising = (DEPTHS[index] - start) * slope
        meets = (found < 0) & (index > hit) & (ground[index, column] > np.maximum(rising, 0.004))
        found[meets] = index
    return found


def draw() -> Array:
    """The picture, linear colours, shape (HEIGHT, WIDTH, 3)."""
    bearings = ((np.arange(WIDTH) - WIDTH / 2 + 0.5) / FOCAL).astype(np.float32)
    rows = ((HORIZON - np.arange(HEIGHT) - 0.5) / FOCAL).astype(np.float32)
    ground = np.concatenate(
        [height(bearings * part[:, None], np.repeat(part[:, None], WIDTH, 1)) for part in np.array_split(DEPTHS, 24)]
    )
    surface = np.maximum(ground, 0)
    hits = first_hits((surface - EYE) / DEPTHS[:, None], rows)
    grid = shadow_map()
    picture = sky(np.repeat(bearings[None], HEIGHT, 0), np.repeat(rows[:, None], WIDTH, 1))
    for band in np.array_split(np.arange(HEIGHT), 20):
        row, column = np.nonzero(hits[band] >= 0)
        row += band[0]
        at = hits[row, column]
        low = at.astype(np.int32)
        z = DEPTHS[low] * (DEPTHS[1] / DEPTHS[0]) ** (at - low)
        x, y = bearings[column] * z, EYE + rows[row] * z
        colour = ground_colour(x, z, np.maximum(y, 0.0), grid)
        wet = np.nonzero(height(x, z) < 0)[0]
        colour[wet] = water(
            x[wet],
            z[wet],
            rows[row[wet]],
            column=column[wet],
            hit=low[wet],
            ground=ground,
            bearings=bearings,
            grid=grid,
        )
        picture[row, column] = haze(colour, x, z, y)
    return picture


def water(
    x: Array, z: Array, slope: Array, *, column: Array, hit: Array, ground: Array, bearings: Array, grid: Array
) -> Array:
    """The river: what it mirrors, and its green depth where one looks steeply into it."""
    ripple = noise(x * 55, z * 21)[0] + 0.6 * noise(x * 170, z * 60)[0] - 0.8
    rising = np.maximum(-slope * (1 + 0.10 * ripple) + 0.012 * ripple, 0.001)
    found = mirrored(ground, hit, rising, column)
    seen = sky(bearings[column], rising)
    land = np.nonzero(found >= 0)[0]
    depth = DEPTHS[found[land]]
    far_x, far_y = bearings[column[land]] * depth, (depth - z[land]) * rising[land]
    seen[land] = haze(ground_colour(far_x, depth, far_y, grid), far_x, depth, far_y)
    clear = 0.30 + 0.70 * (1 - np.clip(-slope / 0.75, 0, 1)) ** 3
    bed = np.array([0.055, 0.125, 0.120], np.float32) * (0.8 + 0.4 * noise(x * 9, z * 9)[0])[..., None]
    return mix(bed, seen, clear)


def main() -> None:
    picture = draw()
    across = (np.arange(WIDTH) / WIDTH - 0.5)[None, :] ** 2 + (np.arange(HEIGHT) / HEIGHT - 0.5)[:, None] ** 2
    picture *= (1.10 - 0.42 * across)[..., None]
    picture = picture * (1 + picture * 0.10) / (1 + picture * 0.46) * 1.24  # shoulder of a film's curve
    encoded = np.clip(picture, 0, 1) ** (1 / 1.62)
    encoded += _random.normal(0, 0.005, encoded.shape[:2])[..., None]  # a little grain hides banding
    image = Image.fromarray((np.clip(encoded, 0, 1) * 255 + 0.5).astype(np.uint8))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    image.save(TARGET, quality=QUALITY, progressive=True, optimize=True, subsampling="4:2:0")


if __name__ == "__main__":
    main()
