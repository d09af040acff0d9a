"""Average linkage: the two clusters that are most alike on average become one, until none are alike enough."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def average_linkage(likeness: "NDArray[np.float64]", least: float) -> list[int]:
    """A cluster number for each row of a square matrix of likeness, counting up in order of the rows.

    Clusters join while their mean likeness is `least` or more (above 0); of equals the earliest rows first. Likeness is
    rounded to twelve digits, so that the arithmetic of one machine or another decides nothing.
    """
    import numpy as np

    near = np.round(likeness, 12)
    np.fill_diagonal(near, -1.0)
    sizes = np.ones(len(near))
    home = list(range(len(near)))
    alive = np.ones(len(near), dtype=bool)
    while len(near):
        kept, gone = sorted(divmod(int(near.argmax()), len(near)))
        if near[kept, gone] < least:
            break
        mean = np.round((near[kept] * sizes[kept] + near[gone] * sizes[gone]) / (sizes[kept] + sizes[gone]), 12)
        alive[gone] = False
        mean[~alive] = -1.0
        mean[kept] = -1.0
        near[kept], near[:, kept] = mean, mean
        near[gone], near[:, gone] = -1.0, -1.0
        sizes[kept] += sizes[gone]
        home = [kept if cluster == gone else cluster for cluster in home]
    numbers = {cluster: number for number, cluster in enumerate(dict.fromkeys(home))}
    return [numbers[cluster] for cluster in home]
