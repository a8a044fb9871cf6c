#!/bin/sh
# Fuzzes what reads: `run.sh SECONDS [TARGET…]`, by default every target, each for SECONDS, two at a time.
# Seeds are in Seeds/, inputs that once failed in Found/; new failing inputs are written to Found/ of their target.
set -eu
cd "$(dirname "$0")"
seconds=${1:-20}
[ $# -eq 0 ] || shift
targets=${*:-load render markdown html markup data readers configuration git}
export FUZZ=1
swift build --scratch-path .build-fuzzer --product fuzz --quiet
fuzz() {
  seeds=$1
  words=documents.dict
  case $1 in
    load | render) seeds=templates words=templates.dict ;;
    data | configuration | git) words=data.dict ;;
  esac
  mkdir -p ".corpus/$1" "Found/$seeds"
  TARGET=$1 .build-fuzzer/debug/fuzz -max_total_time="$seconds" -timeout=20 -rss_limit_mb=1536 -max_len=4096 \
    -dict="$words" -artifact_prefix="Found/$seeds/" -print_final_stats=1 ".corpus/$1" "Seeds/$seeds" "Found/$seeds" \
    > ".corpus/$1.log" 2>&1 && status=0 || status=$?
  sed -n 's/^#[0-9]*\tDONE/'"$1"':/p' ".corpus/$1.log"
  [ $status -eq 0 ] || { echo "$1 failed: see Found/$seeds/ and .corpus/$1.log"; touch .corpus/failed; }
}
rm -rf .corpus/failed
mkdir -p .corpus
running=0
for target in $targets; do
  fuzz "$target" &
  running=$((running + 1))
  if [ $running -eq 2 ]; then wait; running=0; fi
done
wait
[ ! -e .corpus/failed ]
