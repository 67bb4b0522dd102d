"""What ``--help`` says around the options, written by hand."""

FIGSCOPE = """\
figscope finds every figure and every date in financial news, and says what each one measures.

usage:
  figscope [PATH|-]...            explore in the terminal: figures, timeline, source
  figscope extract [PATH|-]...    print what was found: table, json, jsonl, csv, tsv, md
  figscope check [PATH|-]...      figures that do not fit together, in an article and between several
  figscope config                 the settings in force, as a file to begin from
  figscope copy-test              tell which way copying would take here, and why
  figscope completion SHELL       complete words in bash, zsh or fish

A PATH is a text, Markdown, HTML, Word or PDF file, or a folder of them; - is standard input.
Each command has its own --help.
"""

FIGSCOPE_MORE = """\
examples:
  figscope --demo                                    look around in four sample articles
  figscope results.html                              explore one article; ? shows the keys
  curl -s https://... | figscope                     explore what a pipe delivers
  figscope story.txt --print-marked > chosen.jsonl   mark with space, leave with q: the marked are written
  figscope extract news/ --format csv -o out.csv     every figure of a folder, for a spreadsheet
  figscope extract a.txt -f jsonl | jq -r .value     values, for a script
  figscope check story.txt release.txt               does the story fit together, and the release?

exit status:
  0 done, 1 figures disagree (check only), 2 wrong usage or something could not be read, 130 interrupted
"""

EXTRACT = """\
Print every figure that was found, to standard output.

usage:
  figscope extract [PATH|-]... [-f FORMAT] [-o FILE] [--where EXPR]

examples:
  figscope extract results.html                      a table, fitted to the terminal
  figscope extract news/ -o figures.csv              the suffix chooses the format
  figscope extract news/ --where 'kind:money >1bn'   only amounts over a billion
  figscope extract a.txt -f jsonl | jq -r .value     values, for a script
"""

CHECK = """\
Check the figures of articles against each other: exchange rates, growth, sums, shares, dates.
Several articles are compared as well.

usage:
  figscope check [PATH|-]... [-f FORMAT] [--all] [--formulas] [--where EXPR]

examples:
  figscope check story.txt                           one line for each disagreement
  figscope check story.txt release.txt               and what the two say of the same things
  figscope check news/ --where 'kind:money'          only what concerns amounts of money
"""

CHECK_MORE = """\
exit status:
  0 nothing disagrees, 1 something does, 2 wrong usage or something could not be read
"""

COPY_TEST = """\
Tell which way copying would take here, and why. Nothing is copied.

usage:
  figscope copy-test [--clipboard WAY]
"""

CONFIG = """\
Print the settings in force, as a commented file: what is not set stands there as a comment.
What means nothing in the file is named on standard error, and the rest counts.

usage:
  figscope config                 the settings in force
  figscope config --path          where the file lies
  figscope config --init          write a file to begin from, if there is none yet

exit status:
  0 done, 2 the file has mistakes or could not be written
"""

SHELLS = """\
Print a script that completes figscope's commands, options, formats and filter fields.

usage:
  figscope completion bash|zsh|fish

bash, for this shell and for all to come:
  source <(figscope completion bash)
  figscope completion bash > ~/.local/share/bash-completion/completions/figscope

zsh, into a folder of $fpath, before compinit:
  figscope completion zsh > ~/.zfunc/_figscope

fish:
  figscope completion fish > ~/.config/fish/completions/figscope.fish
"""
