"""2,000 broken and harmful files: no crash, no hang, little memory, a sentence for each refusal."""

import resource
import time
from collections import Counter

from checking.hostile import mutants
from checking.test_hostile import LONGEST, MOST_MEMORY, outcome

FILES = 2000


def measure() -> bool:
    """Check and mend every file; tell what was said, the longest time and the most memory."""
    said: Counter[str] = Counter()
    longest = 0.0
    for name, data in mutants(FILES):
        start = time.process_time()
        try:
            said[outcome(data)] += 1
        except Exception as error:
            said["crashed"] += 1
            print(f"   {name}: {error!r}")
        longest = max(longest, time.process_time() - start)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = ", ".join(f"{count} {word}" for word, count in sorted(said.items()))
    print(f"   {told}; longest {longest:.2f} s; most memory {most // 1024} MB")
    is_clear = not said["crashed"] and not said["refused without a word"]
    return is_clear and longest < LONGEST and most < MOST_MEMORY
