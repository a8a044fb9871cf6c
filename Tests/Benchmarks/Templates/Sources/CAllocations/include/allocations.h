#pragma once

/// How many blocks of memory the process has asked for so far; -1 where they are not counted.
long allocation_count(void);
