# Words of the program in English. Add a language by copying this folder.
# Sections follow the parts of the program; ids begin with the part.

### Dates and numbers
date = { $day } { $month } { $year }
date-time = { $date }, { $time }
time = { $hour }:{ $minute }
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
month-long = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

### Command line
cli-no-window = this build of Evenkeel has no window; it has the subcommands that evenkeel --help lists
cli-about-file = { $what }: { $file }
cli-text-long = { $option } is too long: { $length } bytes, at most { $limit }
cli-output-failed = the output could not be written ({ $what })
cli-other-names = the file has another name (a hard link), which keeps what it had: { $file }
cli-attributes-lost = the file is there, but an access list or a mark on it could not be kept: { $what }
cli-hint-force = --force replaces it.
cli-hint-update = Update Evenkeel on this computer, then try again.
cli-other-instrument = audit { $audit } was made with the questions { $instrument }, version { $version }, which this Evenkeel does not have: { $file }
cli-asked-otherwise = audit { $audit } was asked differently, with version { $version } of the questions, and is not compared: { $file }
cli-other-words = audit { $audit } was made with the same questions in other words: { $file }
cli-which-audit = a number from 1, or latest
cli-audit-number = a number from 1
cli-no-audits = there is no audit in this file: { $file }
cli-hint-no-audits = Open it in the window and start an audit there, or make a profile from answers: evenkeel new --answers CSV.
cli-hint-large = Nothing that Evenkeel reads is this large: a profile, a table of answers or a template. Is it the right file?
cli-input = standard input
cli-input-failed = the standard input could not be read ({ $what })
cli-input-large = the standard input is too large (at most { $limit } bytes)
cli-input-twice = the standard input was named twice, and can be read only once
cli-not-for-terminal = a { $format } is not for a terminal
cli-hint-not-for-terminal = Send it on to a file or a program, as with > FILE, or give -o the name of a file.
cli-no-such-audit = there is no audit { $number } in this file: { $file }
cli-hint-audits = It has { $count ->
    [one] one audit.
   *[other] { $count } audits, counted from 1, the oldest first.
}
cli-made = { $file }: a { $form ->
    [quick] quick
   *[full] full
} audit, { $given } of { $asked } items answered
cli-hint-form = Leave out --form, or give --form full.
cli-score-head = { $form ->
    [quick] quick
   *[full] full
} form, audit { $number } of { $count }
cli-balance = Leadership minus management: { $difference } ± { $error }.
cli-mean = mean
cli-error = ±
cli-band = band
cli-status = status
cli-need = need
cli-reading = your role
cli-status-ok = ok
cli-note-assumed = Bands are for { $confidence } in 100, with an assumed error. Informed by research, not validated.
cli-note-provisional = A provisional score rests on part of its questions, and may be off by more than its band says.
cli-check-fine = { $file }: no problems found
cli-check-warnings = { $file }: can be opened; { $count ->
    [one] one thing
   *[other] { $count } things
} to know
cli-check-newer = a newer Evenkeel wrote this file (version { $version }); what this one does not know is kept
cli-check-field = { $path }: this field is not known here; it is kept
cli-check-id = { $path }: the questions have no { $id }; it is kept, and counts for nothing
cli-check-instrument = { $path }: made with the questions { $id }, version { $version }, which this Evenkeel does not have
cli-check-words = { $path }: made with the same questions in other words
cli-check-times = { $path }: it ends before it begins
cli-ending = the name must end in one of { $endings }: { $file }
cli-number-above-zero = a number above 0
cli-png-only = { $option } is for PNG; an SVG has no pixels
cli-hint-smaller = Give a smaller --scale or --width.
cli-charted = { $file }: the radar of audit { $number } of { $count }
cli-reported = { $file }: report written
cli-earlier-same = --earlier names the audit that the report is about
cli-no-typesetting = this Evenkeel was built without typesetting: only the data, OUT.json, can be written
cli-template-text = the template is no UTF-8 text: { $file }
cli-template-broken = the template does not work, so the built-in one was used: { $what }
cli-hint-apart = the program calls itself for a template; where that is forbidden, leave --template out
cli-hint-template = docs/REPORT.md says what a template gets
cli-not-earlier = audit { $other } is not earlier than audit { $number }: { $file }
cli-hint-earlier = Audits are counted from 1, the oldest first; --audit says which one to draw.
cli-which-role = the page “{ $page }” is about roles, and none was named: add --role
cli-no-role = there is no role called “{ $role }”
cli-hint-roles = evenkeel tracks lists the built-in roles; roles of your own go by their name, and “current” is the one you have now.
cli-hint-roles-near = Near to it: { $roles }.
cli-many-roles = { $count } roles were named, and a report has room for { $most }
cli-no-current-role = what your role needs was not asked in this audit, so there is no role “current”
cli-hint-current-role = It takes an audit in which five or more of these questions are answered.
cli-no-ad = none of these roles comes from a job ad
cli-hint-ad = In the window, Tracks, From a job ad… makes one. Then name it with --role.
cli-exported = { $file }: { $audits ->
    [one] one audit
   *[other] { $audits } audits
} of { $profiles ->
    [one] one profile
   *[other] { $profiles } profiles
}
cli-nothing-exported = nothing could be exported
cli-tracks-role = role
cli-tracks-value = { $demand }·{ $weight }
cli-tracks-legend = First on how many occasions the role needs it, 1 (hardly any) to 5 (nearly all), then how much depends on it, 0 to 3:
cli-tracks-entry = to get in
cli-no-actions = no exercise is like that
cli-no-facet = there is no facet called “{ $facet }”
cli-hint-facets = The facets are { $facets }.
cli-tracks-facet = { $letter }  { $facet }
cli-tracks-fit = - { $role }: { $near }; { $sure }
cli-tracks-near = The roles nearest to yours
cli-tracks-path = { $role }, { $distance } points away
cli-tracks-no-now = What your role needs was not answered enough to say which roles are near it.
cli-history-count = { $count ->
    [one] one audit
   *[other] { $count } audits
}
cli-history-audit = audit
cli-history-day = day
cli-history-form = form
cli-history-quick = quick
cli-history-full = full
cli-history-about = about
cli-history-questions = questions
cli-history-version = version { $version }
cli-history-balance = balance
cli-history-provisional = * provisional: it rests on part of its questions, and may be off by more than its error says.
cli-history-facet = { $letter }  { $facet }
cli-history-before = before
cli-history-now = now
cli-history-change = change
cli-history-one = It takes two finished audits to compare.
cli-history-no-audit = there is no audit “{ $audit }” in this file: { $file }
cli-hint-history-audit = An audit goes by its number, its id, or a day such as 2026-11-19; evenkeel history FILE lists them.
cli-history-none-from = there is no finished audit of all facets on { $day } or later: { $file }
cli-history-none-to = there is no finished audit of all facets on { $day } or earlier: { $file }
cli-history-same = both ends are the same audit, { $audit }: { $file }
cli-history-reversed = audit { $from } is later than audit { $to }: { $file }
cli-hint-history-reversed = --from names the earlier one, --to the later one.
cli-progress = { $count } of { $total } files
cli-hint-format = Or say which with --format.
cli-output-is-input = the output is one of the files to read, and would take its place: { $file }
cli-hint-other-name = Give the output another name.
cli-named-twice = this file is named twice and is exported once: { $file }
cli-same-profile = this profile is also in { $other }, and its audits may now count twice: { $file }
cli-empty-folder = there is no .evenkeel file in this folder: { $file }

### Answers as a table
csv-line = line { $line }: { $what }
csv-place = line { $line }, column { $column }: { $what }
csv-unknown = there is nothing to answer called “{ $item }”
csv-twice = { $item } stands in line { $line } already
csv-not-quick = { $item } is not in the quick form
csv-answer = “{ $value }” is no answer to { $item }, which can have { $allowed }, or nothing
csv-seconds = “{ $value }” is no number of seconds for { $item }
csv-seconds-many = “{ $value }” seconds are too many for { $item }, which can have 0 to { $most }
csv-seconds-two = “{ $value }” seconds for { $item } can be read in two ways
csv-empty = there is nothing in the file
csv-utf8 = the text is not in UTF-8
csv-utf16 = the text is not whole UTF-16
csv-nul = there is a zero in the text, which no spreadsheet writes
csv-workbook = this is a spreadsheet’s own file, not a CSV
csv-tab = tabs
csv-column = there is no column “{ $name }”
csv-column-twice = there are two columns “{ $name }”
csv-no-column = the column “{ $name }” is missing
csv-fields = { $found } values where { $wanted } belong
csv-stray = “{ $value }” stands in a column without a name
csv-columns = there are more columns than any spreadsheet has
csv-long = a value is longer than any answer
csv-no-item = there is no item
csv-hint-near = Is it { $near }?
csv-hint-ids = Items are called <facet>-<number>; the rest need/<facet>, energy/<facet>, dose/<facet>, situation/<id>, sign/<id>.
csv-hint-header = The first line names the columns: item,answer or item,answer,seconds.
csv-hint-utf8 = Save it again as “CSV UTF-8”.
csv-hint-workbook = Open it in the spreadsheet and save it as CSV, best as “CSV UTF-8”.
csv-hint-separator = The first line has { $separator } between its columns. Is it the same here?
csv-hint-quotes = Is a comma too many, as in 3,0 without quotation marks, or a quotation mark never closed?
csv-hint-stray = Delete it, or move it to the column that it belongs to.
csv-hint-seconds-two = Write { $other }, or give another number of decimals.
answers-title = Answers in { $file }
answers-text = This is a table of answers, for instance from paper. A new profile can be made of it. The table stays as it is.
answers-found = { $count ->
    [0] No question has an answer yet.
    [one] One question has an answer.
   *[other] { $count } questions have an answer.
} { $form ->
    [quick] It is a quick audit: { $given } of { $asked } questions on what you do are answered.
   *[full] It is a full audit: { $given } of { $asked } questions on what you do are answered.
}
answers-make = Make a profile
answers-made = New profile from { $file }. It is not saved yet.
answers-wrong = No answers could be taken from { $file }.
answers-wrong-line = Line { $line }: { $what }.
answers-wrong-place = Line { $line }, column { $column }: { $what }.
answers-wrong-hint = Correct it in the spreadsheet, save it, and open it again.
answers-files = Answers as CSV
profiles-and-answers = Profiles, answers as CSV, merged results

### Names and commands
app-name = Evenkeel
home = Home
audit = Audit
result = Result
guide = Guide
settings = Settings
save = Save
save-as = Save as…
open = Open…
export = Export…
undo = Undo
redo = Redo
back = Back
next = Next
skip = Skip for now
cancel = Cancel
close = Close
save-changes = Save changes
discard = Discard changes
delete = Delete
replace = Replace
new-profile = New profile
larger-text = Larger text
smaller-text = Smaller text
normal-text = Normal text
more = More: new, open, save as
busy = One moment: the last thing is still under way.
copied = Copied
detail = What the system said
result-needs-audit = There is a result once an audit has been started.

### Roles of one's own
role-no-weight = No facet counts in this role yet, so it is left out of the order. Give at least one a count above 0.
role-few-weights = { $count ->
    [one] One facet counts
   *[other] { $count } facets count
} in this role, so its fit rests on little. The built-in roles have five or more.
role-asks-little = This role asks for { $mean } on average, less than the built-in ones ({ $low } to { $high }). By “do already” it may seem to fit nearly anyone.
role-asks-much = This role asks for { $mean } on average, more than the built-in ones ({ $low } to { $high }). By “do already” it may seem to fit hardly anyone.

### Roles in words: how well one fits, and how sure that is
role-current = Your role now
role-unnamed = A role without a name
role-can-all = asks no more than your scores
role-can-short = short by about { $points } overall
role-can-open = not known: what counts here has no score
role-want-drains = much of it tires or drains you
role-want-energises = energises you on the whole
role-want-neither = neither energises nor tires you on the whole
role-want-tires = tires you on the whole
role-want-open = not known: energy was not asked
role-sure = first in { $first } tries, among the first three in { $three }
role-sure-same = first, and among the first three, in { $draws } tries
role-draws-about = about { $draws }
role-draws-nearly = nearly all
role-draws-hardly = hardly any
role-sure-open = not known: too few scores
role-draws = { $count } of { $all }
role-idle = It asks little of what energises you: { $facets }.
role-burnout-now = You do this work, and much of what it asks tires or drains you. Talk with somebody about what could change in it.
role-burnout = You already do much of what this role asks, and much of it tires or drains you. Talk with someone who does it before you choose.
role-sides = { $side ->
    [leadership] It asks for leading
   *[management] It asks for managing
} { $degree ->
    [somewhat] somewhat
   *[much] much
} more than { $side ->
    [leadership] for managing
   *[management] for leading
}.
role-sides-even = It asks for managing and for leading about equally.
role-sides-open = Nothing counts in it yet, so it asks for neither side.
tracks-order-one = { $role } comes first in { $draws } tries.
tracks-order-close = { $roles }: each is among the first three in at least half of the tries; none is first in half.
tracks-order-three = { $role } is among the first three in { $draws } tries.
tracks-order-open = No role stands out. { $role } comes first now, and is among the first three in only { $draws } tries.
tracks-order-none = There are too few scores yet to put roles in an order.
entry-name = { $entry ->
    [trade] a trade
    [licence] a licence
    [degree] a degree
    [years] some years
   *[money] money
}
tracks-entry-one = { $role } takes { $what } to get in; the role says which.
tracks-entry-several = { $roles } take a trade or a licence to get in; each says which.
tracks-no-energy = Energy was not asked, so the order rests on what you do already, not on what you want. By itself that says little.
tracks-flip = If your { $facet } score were { $points } { $direction ->
    [less] lower
   *[more] higher
}, { $role } would come first.
tracks-flip-open = No single change decides which role comes first: the smallest that would lies within the error of that score.
tracks-flip-none = No single facet would change which role comes first.

### The explorer of tracks in words
explorer-first = { $name } comes first in { $often } tries.
explorer-hardly-first = { $name } hardly ever comes first.
explorer-own = A role of your own
explorer-often = first in { $often } tries
explorer-hardly = hardly ever first
explorer-none-clear = None of the three tracks is clearly ahead.
explorer-best = Fit best, too close to tell apart
explorer-best-one = Fits best
explorer-close = Close
explorer-further = Further away
explorer-best-about = Each of these fits at least as well as the first one in one of four tries or more. In which order they stand says little.
explorer-best-one-about = Each of the others fits as well in fewer than one of four tries.
explorer-close-about = Each fits at least as well as the first one now and then, in one of twenty tries or more.
explorer-further-about = The first one fits better beyond the error. That can change with what you do and what energises you.
explorer-now = possible now
explorer-stretch = a stretch
explorer-and-drains = { $near }, drains you
explorer-open = not known
explorer-asks-more = It asks clearly more of { $facets }.
explorer-asks-less = It asks clearly less of { $facets }.
explorer-asks-same = No facet is asked clearly more or less.
explorer-through = Steps between: { $roles }.
explorer-hours-both = { $name }, hours a week: { $now } now, about { $then } then
explorer-hours-then = { $name }, hours a week: about { $then } then
explorer-hours-now = { $name }, hours a week: { $now } now
explorer-grow = It asks for more than you do now of { $facets }, beyond the error.
explorer-stop = You would do clearly less of { $facets } than now.
explorer-gain = It asks more of what energises you: { $facets }.
explorer-give-up = It asks less of what energises you: { $facets }.
explorer-relief = It asks less of what tires or drains you: { $facets }.
explorer-burden = It asks more of what tires or drains you: { $facets }.
trial-about = Nobody has tested these in a study. Each is small, takes nobody’s leave that cannot be asked for, and can be stopped.
trial-shows = It shows: { $what }
trial-take = Try this
trial-take-name = Try this: { $trial }
trial-time = { $weeks ->
    [one] 1 week, about { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    }
   *[other] { $weeks } weeks, about { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    } a week
}
trial-ask = { $who ->
    [nobody] you need not ask anybody
    [colleague] ask those who take part
    [host] ask whoever is in charge there
   *[manager] ask your manager
}
trial-conditions = { $time }; { $ask }
trial-energy-more = It gave you clearly more energy than you expected.
trial-energy-same = It was about as you expected; a smaller difference lies within the error of two such answers.
trial-energy-less = It gave you clearly less energy than you expected.
trial-title = Try it first
trial-part-leave = To ask for it
trial-quoted = “{ $text }”
trial-part-shows = It shows
trial-part-look = At the end of each week
trial-part-go-on = To go on
trial-part-stop = To stop
role-part-gains = You gain
role-part-gives-up = You give up
role-part-questions = Questions to ask before saying yes
role-part-mismatch = Signs that it does not suit
role-part-entry = What it takes to get in
role-part-way-back = How people go back
trial-conditions-reports = { $time }; { $ask }; for people with reports

### Exercises
actions-build = { $facet }: to do more of it
actions-cut-back = { $facet }: to do less of it
action-if-then = If { $occasion }, then I { $deed }.
action-if-obstacle = If { $obstacle } gets in the way, then I { $instead }.
action-shown = Shown by: { $what }.
action-minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
action-with-reports = for people with reports
action-without-reports = for people without reports
action-need = needs { $need ->
    [budget] money
    [app] a program
   *[permission] somebody’s leave
}

### File bar
no-file = No file open
state-saving = Saving…
state-saved = Saved
state-unsaved = Not yet saved to the file
state-new = Not yet in a file
state-read-only = Read-only: open in another window
state-example = Nothing in it to save
save-hover = Save to the file (Ctrl+S)
export-hover = Scores as CSV or JSON, the radar as SVG or PNG (Ctrl+E)
undo-what = Undo: { $what } (Ctrl+Z)
redo-what = Redo: { $what } (Ctrl+Shift+Z)
undo-nothing = Nothing to undo
redo-nothing = Nothing to redo
undone = Taken back: { $what }
redone = Done again: { $what }
saved-as = Saved: { $file }
exported = Written: { $file }

### Steps of undo
edit-answer = answer to question { $number }, { $part }
edit-person = your name
edit-start = new audit
edit-delete = audit deleted
edit-role = role
edit-finish = audit finished
edit-parts = parts of the audit
edit-role-add = new role of your own
edit-role-remove = role removed
edit-role-name = name of the role
edit-role-demand = what the role asks
edit-role-weight = how much it counts in the role
edit-role-ad = job ad
edit-role-tag = line of the job ad
edit-hours = hours of your week
edit-pin = role pinned
edit-unpin = pin taken off
edit-reports = whether anyone reports to you
edit-plan-follow = going on after the review
edit-plan-add = new plan
edit-plan-remove = plan removed
edit-plan-reason = why this skill
edit-plan-sentence = sentence of the plan
edit-plan-obstacle = what may get in the way
edit-plan-goal = goal
edit-plan-dates = days of the plan
edit-plan-begin = start of the plan
edit-plan-week = count of a week
edit-plan-turn = change of the plan
edit-plan-review = review
edit-plan-end = end of the plan
edit-plan-before = what you expect of the trial
edit-plan-notes = notes on the trial
edit-note-add = new note
edit-note-remove = note removed
edit-note = note

### Files
profiles = Evenkeel profiles
open-title = Open a profile, answers as CSV, or a merged result
save-title = Save the profile
export-title = Export the latest audit
export-csv = Scores as CSV
export-json = Scores as JSON
export-svg = Radar as SVG
export-png = Radar as PNG
new-profile-title = New profile
example-title = Worked example
example-specialist-title = Worked example without reports
copy-of = { $name }, copy
save-failed = { $file } could not be saved.
save-failed-not-kept-meaning = The file is as it was before. Your answers are still here, and only here: the recovery file cannot be written either.
save-failed-meaning = The file is as it was before. Your answers are still here and in the recovery file; nothing is lost.
save-unsure-meaning = The new contents were written, but it is not certain that they would survive a power cut. Your answers are still here and in the recovery file.
save-hint-space = Make some room on the disk, or save to another place.
save-hint-permission = You may not write there. Save to another folder, for instance your documents.
save-hint-folder = The folder is not there any more. Is a drive unplugged? Plug it in, or save to another place.
save-hint-name = Choose another name or another folder.
save-hint-other = Try again, or save to another place.
no-room-audits = This profile holds { $count } audits, as many as one file can keep.
no-room-file = This profile is as large as one file can be.
no-room-roles = This profile holds { $count } roles of your own, as many as it can keep.
no-room-pins = { $count } roles are pinned, as many as a profile can keep.
no-room-plans = This profile holds { $count } plans, as many as it can keep.
no-room-notes = This profile holds { $count } notes, as many as it can keep.
no-room-entries = There are { $count } entries in this list, as many as it can keep.
no-room-text = This text is longer than a profile can keep.
no-room-ad = This job ad is longer than a profile can keep.
no-room-meaning = Nothing was added. All that is in the profile is safe: it can be saved, printed and exported.
no-room-answers-meaning = Further answers may not fit. All that is in the profile is safe: it can be saved, printed and exported.
no-room-hint-audit = Start a new audit: it begins a new profile, and this one stays as it is.
no-room-hint-roles = Remove a role that you no longer need, then try again.
no-room-hint-pins = Take a pin away from another role, then try again.
no-room-hint-text = Write it shorter.
no-room-hint-entries = Begin a new profile for what comes next; this one stays as it is.
field-full = That is as much as fits: { $count } letters.
open-failed = { $file } could not be opened.
open-failed-meaning = The file was left as it is, and what you had open is still open.
open-hint-missing = It may have been moved or renamed, or its drive may be unplugged. Look for it with Open…
open-hint-permission = You may not read it. Ask whoever owns the file, or copy it to a folder of yours.
open-hint-large = Neither a profile nor a table of answers is ever this large. Choose a file that Evenkeel saved; their names end in .evenkeel.
open-hint-other = Choose a file that Evenkeel saved; their names end in .evenkeel.
bad-file = { $file } is not a profile that can be read.
newer-file = { $file } was saved by a newer version of Evenkeel.
bad-file-damaged = The file may be damaged or half copied. Earlier versions are among the backups; Settings shows where.
bad-file-not-ours = Choose a file that Evenkeel saved; their names end in .evenkeel.
bad-file-newer = Update Evenkeel on this computer, then open the file again.
bad-file-changed = If the file was changed by hand, look at the place named. Earlier versions are among the backups; Settings shows where.
bad-file-ours = This is an error in Evenkeel. Your changes are in the recovery file; Settings shows where.
odd-file = { $file } is open, with a remark.
odd-file-meaning = Nothing was dropped: what this version does not know stays in the file, and is not part of any score.
odd-field = A field that this version does not know: { $name } { $place }
odd-id = An answer to a question that is not in this version: { $id } ({ $place })
odd-instrument = An audit with another instrument: { $id }, version { $version } ({ $place })
odd-words = An audit whose questions had other words than today’s ({ $place })
odd-times = An audit that ends before it begins ({ $place })
export-failed = { $file } could not be written.
export-no-audit = There is no audit in this profile yet.
export-ending = The name must end in .csv, .json, .svg or .png.
export-over-profile = { $file } is a profile.
export-over-profile-meaning = It was not replaced: answers cannot be made again, scores, charts and reports can.
export-over-profile-hint = Write to another name.
export-failed-meaning = Nothing was half written, and your profile is as it was.

### What went wrong, in one line: in small type below a message, and on the command line
disk-about = { $what }: { $path }
disk-not-found = there is no such file
disk-folder-missing = the folder is not there
disk-is-folder = this is a folder, not a file
disk-not-a-file = this is not an ordinary file
disk-too-large = the file is too large ({ $length } bytes, at most { $limit })
disk-no-permission = no permission to open
disk-read-only-file = the file is read-only
disk-read-only-folder = the folder is read-only
disk-no-space = there is no space left
disk-bad-name = the system does not accept this name
disk-changed = another program changed the file
disk-already-exists = there is already a file with this name
disk-is-profile = this is a profile, which nothing else replaces
disk-no-backup = the present file could not be backed up first ({ $why })
disk-unconfirmed = the file was written, but the disk did not confirm it ({ $why })
disk-verify-failed = the file does not read back as it was written
disk-other = { $action ->
    [read] reading
    [replace] replacing
   *[write] writing
} failed ({ $why })
format-at = { $path }: { $what }
format-empty = the file is empty
format-not-json = the file is not whole JSON: { $what } (line { $line }, column { $column })
format-not-ours = this is not an Evenkeel profile: { $found }
format-no-object = it is JSON, but not an object
format-other = its format is { $format }
format-none = it does not say its format
format-newer = a newer version of Evenkeel wrote this file (version { $version }, needs a reader of version { $needed }; this one is { $here })
format-value = { $what } (line { $line }, column { $column })
format-too-much = too many { $what ->
    [audits] audits
    [bytes] bytes
    [entries] entries
    [items] items
    [lines] lines
    [roles] roles
    [plans] plans
    [notes] notes
   *[values] values
} ({ $found }, at most { $limit })
format-same-audit = an audit before it has the id `{ $id }` as well
format-same-role = a role before it has the id `{ $id }` as well
format-same-plan = a plan before it has the id `{ $id }` as well
format-same-note = a note before it has the id `{ $id }` as well
format-no-level = `{ $found }` is no goal level, which goes from -2 to 2
format-no-day = `{ $found }` is no day such as 2026-11-23
format-review-before-start = the review is before the start
format-pinned-twice = `{ $id }` is pinned twice
format-ordered-twice = `{ $id }` is in the order twice
format-no-seconds = { $found } is not a number of seconds
format-empty-id = an id cannot be empty
format-no-version = it is missing
format-not-a-version = { $found } is not a version, which is a whole number from 1
format-impossible = a value is beyond what it can be
format-unwritable = the profile cannot be written: { $why }
format-round-trip = the profile would not read back as it is
journal-unreadable = it cannot be read: { $why }
journal-not-whole = it is not a whole journal: { $what }
journal-newer = a newer version of Evenkeel wrote it (journal version { $version }, this one reads { $reads })
journal-no-document = the document cannot be written ({ $why })
journal-busy = the journal is busy

### Printing
paper-a4 = A4
paper-letter = Letter
print-busy = The print dialog is still open.
print-waiting = No print dialog to be seen?
print-instead = Open the PDF instead
print-done = Handed over for printing
print-closed = The print dialog is gone, and nothing was printed
print-viewed = Opened in your PDF viewer: print from there
print-other-paper = You chose another paper than the report is laid out for.
print-other-paper-meaning = The report is laid out for { $paper }, and the printer got a sheet of { $width } × { $height } mm. It may come out smaller, or with an edge cut off.
print-other-paper-hint = If so, choose that paper in the preview and print again.
print-no-dialog = The system’s print dialog did not come.
print-viewed-meaning = The report is open in your PDF viewer instead.
print-viewed-hint = Print it from there.
print-viewed-hint-none = Print it from there. The dialog needs xdg-desktop-portal and the part of it for your desktop; with them installed it comes the next time.
print-viewed-hint-silent = Print it from there. The part of the system that shows the dialog does not answer; after you have logged out and in again it usually does.
print-no-file = The report could not be made ready for printing.
print-no-viewer = No PDF viewer opened the report.
print-no-dialog-no-viewer = There is no print dialog here, and no PDF viewer opened the report.
print-failed = The system did not print the report.
print-failed-meaning = Nothing was printed and nothing half written. Your answers are as they were.
print-hint-space = Make some room on the disk, then print again.
print-hint-permission = Evenkeel may not write to its own folder. Save the PDF to a folder of yours, and print it from there.
print-hint-other = Try again, or save the PDF to a folder of yours and print it from there.
print-hint-viewer = Save the PDF and print it on another computer; or install a PDF viewer, then try again.
print-hint-printer = Is the printer switched on and connected? Then print again, choose another printer, or save the PDF.
print-reason-none = Evenkeel has no print dialog on this system
print-reason-asked = the viewer was asked for
print-reason-no-portal = there is no print portal ({ $what })
print-reason-silent = the print portal did not answer
print-reason-refused = the print portal refused ({ $what })
print-no-thread = there is no thread for it ({ $what })
print-neither = { $reason }; { $problem }
print-not-printed = the print portal did not print ({ $what })
print-no-answer = the print portal did not answer when it was given the document
print-silent = The system does not say whether the report was printed.
print-silent-meaning = It may still come out of the printer. Your answers are as they were.
print-silent-hint = Look at the printer before you print again.

### Dialogs
unsaved-title = Save your changes?
unsaved-text = There are answers that are not in the file yet.
crash-title = Evenkeel stopped unexpectedly the last time.
crash-text = We are sorry. Your answers up to that moment were kept: if there is something to resume, you find it on the start screen.
crash-hint = The text below says what happened. It never leaves this computer unless you send it to somebody.
crash-copy = Copy the text
changed-title = Another program changed { $file }.
changed-text = What is in the file is not what Evenkeel read there, and you have it open here.
changed-hint = Saving yours under another name loses nothing.
changed-keep-mine = Save mine as…
changed-theirs = Load theirs
changed-overwrite = Overwrite theirs
gone-title = { $file } is not there any more.
gone-text = It was moved, renamed or deleted, or its drive is unplugged. All of it is still open here.
save-again = Save it again
exists-title = There is already a file { $file }.
exists-text = Replacing it keeps its present contents among the backups.
in-use-title = { $file } is open in another window.
in-use-text = Two windows that save the same file would undo each other’s work.
in-use-since = It has been open there since { $since }. Two windows that save the same file would undo each other’s work.
in-use-hint = You can go on there, look at it here, or work on a copy.
in-use-show = Go there
in-use-here = { $file } is open in this window.
save-in-use-meaning = Nothing was saved there: two windows that save the same file would undo each other’s work. All of it is still open here.
save-in-use-hint = Save under another name, or close the file in the other window first.
resumed-in-use-meaning = Your unsaved work is here again, but the file that it belongs to is open there. Two windows that save the same file would undo each other’s work.
resumed-in-use-hint = Save what is here under another name, or look there first.
go-on-here = Go on here
other-names-title = { $file } has another name.
other-names-text = The same file is in another place too, under this or another name (a hard link). Saving gives this one contents of its own; the other one keeps what it has now.
other-names-save = Save this one
attributes-lost = Saved, but something that belonged to the file could not be kept.
attributes-lost-meaning = The file holds all your answers. An access list or a mark that another program had put on it is gone; where that gave somebody access, they may have none now.
attributes-lost-hint = Look at who may open the file, in your file manager.
no-answer = The window that has { $file } open does not come to the front.
no-answer-means = It may be busy, or on another computer that shares this folder.
no-answer-hint = Look for it in the task bar. Here you can open the file to look at it, or work on a copy.
open-read-only = Open read-only
open-copy = Open as a copy
delete-recovery-title = Delete the recovery files?
delete-recovery-text = They hold work that was not saved to a file. Those of windows that are open are kept.
delete-backups-title = Delete the backups?
delete-backups-text = They are earlier versions of the files that you saved. The files themselves stay.
delete-prints-title = Delete the printed reports?
delete-prints-text = A viewer that still shows one may not find it again. Reports that you saved yourself stay.
delete-settings-title = Delete settings and recent files?
delete-settings-text = Theme, text size and confidence go back to what they were at first, and the list of recent files is emptied. Your files stay.
deleted = Deleted
not-deleted = Something could not be deleted.
not-deleted-meaning = The rest is gone; this is still there.
not-deleted-hint = Close other windows of Evenkeel and try again, or delete it with your file manager.
discard-resume-title = Discard { $title }?
discard-resume-text = These answers were never saved to a file. They will be gone.
resume-taken = Another window has taken it up already.
path-folder = In { $folder }
path-label = Name or path of the file
path-hint = for instance Anna.evenkeel
path-open = Open
path-there = { $file } is there already. Pressing Replace puts the new one in its place.
path-save = Save
path-up = Folder above
path-reading = Reading the folder…

### When something does not work
no-folders = This system names no place for Evenkeel’s own files: there is no recovery, and settings are not kept.
no-own-folders = The folders for recovery, backups and settings could not be made.
no-own-folders-meaning = You can work as always, but unsaved answers are not kept if the program dies.
no-own-folders-hint = Save often. Setting EVENKEEL_HOME to a folder of yours puts everything there.
in-the-way = Some of Evenkeel’s own files cannot be read.
in-the-way-meaning = They were left as they are, and Evenkeel starts with its defaults. What it would keep there is not kept; your profiles are not touched by this.
in-the-way-hint = Move what is named below to another place, or make it readable. Then start Evenkeel again.
no-recovery = Unsaved answers cannot be kept in a recovery file.
no-recovery-meaning = If the program dies, what is not saved is lost.
no-recovery-hint = Save often, and look at the folder that the system names below.
notice-not-kept = Answers are not being kept: the recovery file cannot be written. Save to a file now. Evenkeel goes on trying.
notice-save-hangs-kept = The drive of { $file } takes long over the save. Your answers are kept in the recovery file meanwhile: go on, or save to another place.
notice-save-hangs = The drive of { $file } takes long over the save. You can go on, or save to another place.
crashed-aside = Something inside Evenkeel went wrong.
crashed-aside-meaning = What you asked for last was not done. Your answers are still here.
crashed-aside-hint = Save your work and start Evenkeel again. What happened is in the crash text that the next start shows.
crashed-saving-hint = Try to save again, or under another name.
no-thread = The system has no room for another thread.
no-thread-meaning = What you asked for was not done. Your answers are still here.
no-thread-hint = Close some programs and try again.
no-backup = Saved, but the version before could not be kept as a backup.
no-backup-meaning = The file holds all your answers. Only its earlier state is gone.
no-backup-hint = Make room on the disk where Evenkeel keeps its backups; Settings shows where.
settings-not-saved = Your choice could not be kept.
settings-not-saved-meaning = It holds until you close the window.
no-display = There is no screen to draw the window on: neither DISPLAY nor WAYLAND_DISPLAY is set. Your files were not touched.
    Start Evenkeel from a desktop, or use the command line, which works without a window: evenkeel --help
no-graphics = Evenkeel found no way to draw its window. Your files were not touched.
    On Debian and Ubuntu this installs what is needed: sudo apt install libgl1 libegl1 libgl1-mesa-dri libxkbcommon-x11-0 libwayland-client0 libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2
    The command line works without a window: evenkeel --help
    The system says: { $error }
no-graphics-driver = Evenkeel found no way to draw its window. Your files were not touched.
    Bring the driver of the graphics card up to date, or that of the virtual machine. Over remote desktop, try at the machine itself.
    The command line works without a window: evenkeel --help
    The system says: { $error }

### Audit: set-up
setup-title = Before you begin
setup-below = You can stop at any moment. Each answer is kept within a second, and you come back to the same question.
setup-form = How long
form-quick = Quick
form-full = Full
form-quick-about = Three questions for each facet. A facet’s score has a band of about ± { $points } (assumed, { $percent } %).
form-full-about = Five questions for each facet. A facet’s score has a band of about ± { $points } (assumed, { $percent } %).
setup-parts = What to ask about
about-behaviour = { $count } questions on what you do. About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}. Always part of it.
about-situations = { $count } short scenes: where you turn under pressure. About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
about-role = { $count } facets: what your role needs, what depends on it, and whether you do too much or too little. About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
about-role-quick = { $count } facets: what your role needs, and whether you do too much or too little. About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
about-energy = { $count } facets: what drains you, and what gives you energy. Needed for Tracks. About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
about-signs = { $count } signs: is it you, or the place where you work? About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
setup-role = Your role
setup-role-hint = for instance Team lead, logistics
setup-person = Your name, if you like
setup-person-hint = shown on the result and in print
setup-who = Your role and name, if you like
setup-who-given = Your role and name: { $names }
names-title = Role and name
names-go = Change
names-ask = Role and name…
setup-fresh = Put it into a new profile, not into { $name }
full-audits = { $name } holds { $count } audits, as many as one file can keep.
full-file = { $name } is as large as one file can be.
full-new-profile = This audit begins a new profile. { $name } stays as it is.
setup-start = Start, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
setup-kept = Nothing leaves this computer.

### Audit: questions
part-behaviour = Behaviour
part-situations = Situations
part-role = My role
part-energy = Energy
part-signs = Around me
n-of-m = { $number } of { $of }
place = Question { $number } of { $of } in { $part }
answer-kept = Kept: { $answer }.
answer-given = { $answer }.
answer-slow = { $answer }: not on the disk yet, which is slow.
answer-not-kept = { $answer }: not kept. Save to a file.
answers-kept = { $count ->
    [0] Nothing answered yet.
    [one] 1 answer kept.
   *[other] { $count } answers kept.
}
answers-given = { $count ->
    [0] Nothing answered yet.
    [one] 1 answer.
   *[other] { $count } answers.
}
answers-slow = { $count ->
    [0] Nothing answered yet.
    [one] 1 answer, not on the disk yet, which is slow.
   *[other] { $count } answers, the newest not on the disk yet, which is slow.
}
answers-not-kept = { $count ->
    [0] Nothing answered yet.
    [one] 1 answer, not kept. Save to a file.
   *[other] { $count } answers, the newest not kept. Save to a file.
}
minutes-left = About { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} left.
nothing-open = Nothing is open.
levels-title = What a low, a middle and a high answer look like at work
level-line = About { $level }: { $words }
level-too-much = Too much: { $words }
facet-title = { $facet }: { $subtitle }
role-shares = Each answer is a share of the occasions, from hardly any to nearly all.
said-need = needed “{ $answer }”
said-stakes = depends on it “{ $answer }”
said-dose = I do “{ $answer }”
points = { $points ->
    [one] 1 point
   *[other] { $points } points
}
points-open = not split yet
points-split = { $left } left, { $right } right
points-more = Press to give it one point more
points-name = How you split the points
all-left = All left
rather-left = Rather left
half-half = Half and half
rather-right = Rather right
all-right = All right

### Audit: between two parts
breather-done = { $part } done
breather-next-behaviour = Next: what you do, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
breather-next-situations = Next: short scenes, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
breather-next-role = Next: your role, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
breather-next-energy = Next: what drains you and what gives you energy, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
breather-next-signs = Next: what is around you, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
breather-on = Go on
breather-shape = This is what you do, by your answers so far. What your role needs is still missing from it.
breather-shape-role = This is what you do and what your role needs, by your answers so far.

### Audit: review
review-done = Everything is answered
review-done-below = You can look at any part again, or go on to your result.
review-open = { $count ->
    [one] One question is open
   *[other] { $count } questions are open
}
review-open-below = Answer them now, or leave them. An open question never counts as “almost never”.
review-answered = { $answered } of { $of } answered
review-half = { $count ->
    [one] one answered in part
   *[other] { $count } answered in part
}
review-none = { $count ->
    [one] one not applicable
   *[other] { $count } not applicable
}
energy-offer = What drains you and what gives you energy was not asked. Tracks needs it.
energy-offer-go = Answer it now, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
look-again = Look again
look-again-at = Look again at { $part }
open-list = Open:
none-list = Not applicable:
question-n = question { $number }
half-answered = { $question }, { $given } of { $of } answers
part-n = { $part } { $number }
and-more = and { $count } more
facets-without = { $count ->
    [one] One facet has too few answers for a score: { $facets }.
   *[other] { $count } facets have too few answers for a score: { $facets }.
}
facets-provisional = { $count ->
    [one] One facet has a provisional score: { $facets }.
   *[other] { $count } facets have provisional scores: { $facets }.
}
see-result = See my result
open-back-review = Back to the review
open-back-result = Back to the result
open-back-tracks = Back to Tracks
open-back = Back to where you were
answer-open = { $count ->
    [one] Answer it
   *[other] Answer the { $count } open ones
}
mirror = A look in the mirror
mirror-below = For your eyes only. Nothing here changes a score, and research is divided on how much it says about one person.
mirror-seconds = Seconds an answer
mirror-pace = { $count ->
    [0] No answer came in under a second.
    [one] One answer came in under a second.
   *[other] { $count } answers came in under a second.
}
mirror-run = Longest run
mirror-run-short = No answer came many times in a row.
mirror-run-about = { $count ->
    [one] “{ $answer }” came once, at question { $from }.
   *[other] “{ $answer }” came { $count } times in a row, questions { $from } to { $to }.
}
mirror-numbers = The numbers
mirror-seconds-is = A typical answer took { $seconds } seconds.
mirror-run-is = The longest run of one answer: { $count }.

### Summary: scores in words
summary-nothing = There is no result yet: no question is answered.
summary-nothing-below = { summary-side-needs }
summary-side-needs = A side has a score once three of its four facets have enough answers.
summary-no-sides = There are too few answers yet for a score of either side.
summary-one-side = { $side ->
    [leadership] { $level ->
        [often] By the score alone, you take most of the chances to lead.
        [seldom] By the score alone, you take few of the chances to lead.
       *[sometimes] By the score alone, you take about half of the chances to lead.
    }
   *[management] { $level ->
        [often] By the score alone, you take most of the chances to manage.
        [seldom] By the score alone, you take few of the chances to manage.
       *[sometimes] By the score alone, you take about half of the chances to manage.
    }
}
summary-other-side = { $why ->
    [open] { $side } has no score yet, so the two cannot be compared.
   *[applies] { $side } has no score, as too little of it applies in your work; so the two cannot be compared.
}
summary-more = { $side ->
    [leadership] the chances to lead
   *[management] the chances to manage
} { $degree ->
    [little] a little
    [somewhat] somewhat
   *[much] much
} more often
summary-lean = { $side ->
    [leadership] You take the chances to lead
   *[management] You take the chances to manage
} { $degree ->
    [little] a little
    [somewhat] somewhat
   *[much] much
} more often than the chances to { $side ->
    [leadership] manage
   *[management] lead
}, by more than the assumed error.
summary-even = You take the chances to lead about as often as the chances to manage.
summary-cannot-tell = These answers cannot show which you do more.
summary-strong = You take most of the chances to manage, and most of the chances to lead.
summary-strong-lean = You take most of the chances of both kinds, and { summary-more }.
summary-thin = At present you take few of the chances to manage, and few of the chances to lead.
summary-thin-lean = At present you take few of the chances of either kind, and { summary-more }.
summary-larger = The difference is larger than its assumed error.
summary-smaller = The difference is smaller than its assumed error: there may be one, or none.
summary-smaller-level = These answers cannot show which you do more: the difference is smaller than its assumed error.
summary-equal = Even with its assumed error, the difference stays within { $points } points, a limit of ours.
summary-self-ratings = Self-ratings run high.
summary-provisional = provisional: { $why }
summary-no-score = no score yet: { $why }
# A sentence that says why a side has no full score.
summary-reason = { $side } { $status ->
    [provisional] is provisional
   *[none] has no score yet
}: { $why }.
summary-news-more = Your role asks for more { $facets } than you do.
summary-news-less = Your role asks for less { $facets } than you do.
summary-news-said = You say that you do too little { $facets }.
summary-news-said-only = The scores alone do not show it.
summary-news-none = { $count ->
    [one] The one facet that can be compared is done neither more nor less than your role asks, beyond the assumed error.
   *[other] Of { $count } facets, none is done more or less than your role asks, beyond the assumed error.
}
summary-news-others = { $count ->
    [one] one other facet
   *[other] { $count } other facets
}
summary-news-beyond = { $how ->
    [all] { $count ->
        [one] The gap is larger than its assumed error.
       *[other] Each gap is larger than its assumed error.
    }
   *[some] { $count ->
        [one] The gap is within its assumed error, and you say so yourself.
       *[other] Where a gap is within its assumed error, you say so yourself.
    }
}
summary-edge-step = It is close: one answer a step higher or lower would change this.
summary-edge-more = It is close: one answer more could change this.
summary-drains = It tires or drains you, so begin small.
summary-energises = It gives you energy.
summary-all-facets = all four facets
summary-few = { $facets } { $count ->
    [one] has
   *[other] have
} too few answers
summary-part = { $facets } { $count ->
    [one] rests
   *[other] rest
} on part of the questions
summary-not-applicable = { $facets } { $count ->
    [one] does
   *[other] do
} not apply in your work
summary-need-open = not answered
summary-towards = On the way to { $level }: { $words }
summary-leans-management = leans to management in both scenes together
summary-leans-leadership = leans to leadership in both scenes together
summary-no-lean = no clear lean
summary-lean-open = one scene is open, so no lean is called
summary-lean-not-answered = not answered
summary-lean-points = { $leadership ->
    [one] 1 point
   *[other] { $leadership } points
} to leadership, { $management } to management
summary-sources-both = Your role asks for { $way ->
    [little] more
   *[much] less
} than you do, and you say so yourself.
summary-sources-lean = The scores point to { $way ->
    [little] too little
   *[much] too much
} within their error, and you say so yourself: together that counts.
summary-sources-scores = Your role asks for { $way ->
    [little] more than you do. Whether you find it too little
   *[much] less than you do. Whether you find it too much
} is not answered.
summary-sources-word = You say that it is { $way ->
    [little] too little
   *[much] too much
}. The scores alone do not show it.
summary-sources-right = Your role asks for { $way ->
    [little] more
   *[much] less
} than you do; you say that it is about right. The two differ, and both can be worth a thought.
summary-sources-less-little = Your role asks for less than you do, and yet you say that it is too little. Your two answers disagree: worth a thought.
summary-sources-more-much = Your role asks for more than you do, and yet you say that it is too much. Your two answers disagree: worth a thought.
summary-kind = { $kind ->
    [leadership-gap] Possible signs of a leadership gap
    [management-gap] Possible signs of a management gap
    [too-much-management] Possible signs that you overdo management
   *[too-much-leadership] Possible signs that you overdo leadership
}
summary-signs-of = { $kind ->
    [leadership-gap] possible signs of a leadership gap
    [management-gap] possible signs of a management gap
    [too-much-management] possible signs that you overdo management
   *[too-much-leadership] possible signs that you overdo leadership
}
summary-of = { $of ->
    [1] one
    [2] two
    [3] three
   *[other] { $of }
}
summary-signs-often = { $count ->
    [1] One
    [2] Two
    [3] Three
   *[other] { $count }
} of { summary-of } { summary-signs-of } { $count ->
    [one] shows
   *[other] show
} often around you{ $sometimes ->
    [0] .
    [1] , one more sometimes.
    [2] , two more sometimes.
   *[other] , { $sometimes } more sometimes.
}
summary-signs-sometimes = { $count ->
    [1] One
    [2] Two
    [3] Three
   *[other] { $count }
} of { summary-of } { summary-signs-of } { $count ->
    [one] shows
   *[other] show
} sometimes around you.
summary-signs-none = { $of ->
    [2] Neither
   *[other] None
} of { summary-of } { summary-signs-of } shows around you.
summary-signs-few = Too few answers on { summary-signs-of } to say anything.
summary-signs-unknown = { $count ->
    [1] About one you don’t know.
    [2] About two you don’t know.
    [3] About three you don’t know.
   *[other] About { $count } you don’t know.
}
summary-signs-open = { $count ->
    [1] One is open.
    [2] Two are open.
    [3] Three are open.
   *[other] { $count } are open.
}
summary-origin-place = On this side your answers show no gap to your role, so it is more likely the place: look at the role, and at what you may decide.
summary-origin-either = Your own answers show too little on this side as well. It may be you, the place or both: begin with what is yours.
summary-origin-cannot-say = Whether it is you or the place cannot be said: too little is known of what your role asks on this side, and what you do.
summary-origin-overdone = Your own answers show too much on this side as well, so you probably overdo it: start with one habit you could drop.
summary-origin-others = Your own answers show nothing too much on this side. Others may see too much where you do not.
summary-signs-both-gaps = Signs of both gaps show at once. Look at both before you begin to work on one.
summary-signs-unclear = Some signs show, none of them clearly. It cannot be told whether it is you or the place.
summary-signs-little = Little shows, neither of something missing nor of too much.
summary-signs-too-few = There are too few answers to say whether it is you or the place.
### Charts
chart-radar = Radar of the eight facets
chart-dots = What you do, and what your role asks
chart-leadership = Leadership
chart-management = Management
chart-me = Me
chart-role = My role
chart-earlier = Earlier audit
chart-others = What others see
chart-earlier-of = Earlier audit, { $date }
chart-no-score = no score yet
chart-not-applicable = not applicable
chart-evidence = evidence noted
chart-evidence-old = only older evidence
chart-provisional = provisional
chart-sorted-by-gap = Sorted by gap
chart-sorted-by-score = Sorted by score
chart-your-role = Your role
chart-your-score = Your score
chart-asks-more = asks { $points } more
chart-asks-less = asks { $points } less
chart-within-error = within error
chart-said-more = you say: too little
chart-said-less = you say: too much
chart-contradicts = answers disagree
chart-band = { $low } to { $high }
chart-band-name = Band
chart-gap-name = Gap
# What a screen reader says of a facet; the last two are added to it after a comma.
chart-says-score = { $facet } { $mean }, band { $low } to { $high }
chart-says-missing = { $facet }: { $note }
chart-says-need = the role needs { $need }
chart-says-earlier = earlier audit { $earlier }
chart-scale = 1 on hardly any occasion, 5 on nearly all
chart-whiskers = Whiskers show the assumed error, { $percent } % band
### Home
home-title = How do you manage, and how do you lead?
home-below = Two scales, scored apart, next to what your role asks of you.
home-today = today at { $time }
home-yesterday = yesterday at { $time }
home-on = { $date } at { $time }
home-carry-on = Carry on where you stopped
home-resume-audit = Resume audit
home-resume = Resume
home-discard = Discard…
home-discard-name = Discard { $title }…
home-more = More that was not saved
home-damaged = Unsaved work that cannot be read
home-damaged-when = Left behind { $when }. The file was not touched; someone who knows such files may still find answers in it.
home-damaged-why = What is wrong: { $reason }
home-copy-path = Copy path
home-go-on = Go on with the audit
home-go-on-button = Go on
home-go-on-open = { $count ->
    [one] One question is open.
   *[other] { $count } questions are open.
}
home-new-audit = New audit
home-new-audit-in = New audit in { $name }
home-new-profile = Begin a new profile
home-minutes = about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
home-quick-asks = { $items } questions on what you do, and your role.
home-full-asks = { $items } questions on what you do, { $parts ->
    [4] four
   *[other] { $parts }
} short parts.
home-quick-gets = You get your shape, your role’s shape and up to three gaps.
home-full-gets = You get the same with narrower bands, and what is around you.
home-gets = You get
home-gets-shape = your shape: on how many occasions you manage, and lead
home-gets-role = your role’s shape, on the same eight facets
home-gets-gaps = up to three gaps between the two, each with its error
home-picture = The result of a team lead, made up by us. Yours is drawn from your answers.
home-start-quick = Start quick audit
home-start-full = Start full audit
home-recent = Recent files
home-recent-none = None yet. Profiles that you save or open are listed here, each with its role, the day of its last audit, and how that came out.
home-no-audit = no audit yet
home-no-verdict = too few answers
home-leans-management = leans to management
home-leans-leadership = leans to leadership
home-about-equal = both about equal
home-cannot-tell = not clear which
home-other-rules = open it to see
home-missing = not found
home-forget = Forget
home-forget-name = Forget { $name }
home-example = See a worked example
home-example-in-it = of a team lead, or
home-example-specialist = of a technician without reports
home-guide-before = New to this? Begin with
home-guide-or = or
home-offline = Nothing leaves this machine. There is no network code, and your answers live in one file that you own.

### History: scores over time
trend-balance = Leadership minus management
trend-form-quick = quick
trend-form-full = full
trend-alone = this facet alone
trend-version = version { $version } of the questions
trend-answered = { $answered } of { $of }
trend-first = the first
trend-first-asked = the first with these questions
trend-larger = larger than the error
trend-within = within the error
trend-says = { $day }, { $form }: { $answered } answered, { $score }, band { $band }; { $reading }.
trend-says-provisional = { $day }, { $form }: { $answered } answered, { $score }, provisional, band { $band }; { $reading }.
trend-none = No finished audit has a score for it yet.
trend-one = One score so far. { $point } A second one shows whether it moves.
trend-asked-differently = On { $date } it was asked with another version of the questions, so it is not compared with what came before.
trend-rose = Up by { $points } since { $date }. That is larger than the error, which is { $needed }.
trend-fell = Down by { $points } since { $date }. That is larger than the error, which is { $needed }.
trend-no-change = No change beyond the error since { $date }: it moved by { $points }, and { $needed } is within the error.
trend-short-one = one score so far
trend-short-apart = asked differently, not compared
trend-short-up = +{ $points }, { $reading }
trend-short = { $points }, { $reading }
trend-head-none = Nothing to compare yet
trend-head-one = One audit so far
trend-head-apart = Asked differently each time, so not compared
trend-head-still = No change beyond the error on either side.
trend-head-up = { $side } is higher than at first, by more than the error.
trend-head-down = { $side } is lower than at first, by more than the error.
trend-head-within = { $side } stays within its error.
trend-opposite = Facets moved in opposite directions, each by more than the error. A side is their average and can hide that: look at the facets first.
trend-gap = { $years ->
    [one] Between { $from } and { $to } lies more than a year
   *[other] Between { $from } and { $to } lie { $years } years
} without an audit: what moved in that time, and when, cannot be said.
trend-mixed-forms = Quick audits ask three questions a facet and full ones five. They have marks of their own and are not joined by one line.
trend-mixed-versions = The questions have had more than one version. Audits of two versions are not joined by one line, and no range leads from one to the other.
trend-older = The charts show the newest { $shown } of { $all } audits.
trend-unfinished = { $count ->
    [one] One audit is not finished and is not in the charts.
   *[other] { $count } audits are not finished and are not in the charts.
}
trend-other-questions = { $count ->
    [one] One audit was asked with questions that this version of Evenkeel does not know, so it is not in the charts.
   *[other] { $count } audits were asked with questions that this version of Evenkeel does not know, so they are not in the charts.
}
trend-chance = { $count ->
    [one] Even where nothing has changed, one facet lies outside its range for { $any } people in 100, at { $percent } %.
   *[other] Even where nothing has changed, at least one of { $count } facets lies outside its range for { $any } people in 100, at { $percent } % for each.
}
trend-chance-together = { $count ->
    [one] Held together with the others: where nothing has changed, this facet lies outside its range for { $any } people in 100.
   *[other] Held together at { $percent } %: where nothing has changed, at least one of { $count } facets lies outside its range for { $any } people in 100.
}

### History: the screen
history = History
history-needs-audit = There is no audit yet
history-none = No audit yet
history-none-below = Each audit is kept. From the second one on, this page shows what has changed, and what has not.
history-side = { $side }: { $reading }
history-chart = { $name } over time. { $reading }
history-audits = Audits
history-start-full = Another full audit…
history-start-quick = A quick one…
history-show = Show
history-go-on = Go on
history-put-away = Put away…
history-delete = Delete…
history-of-audit = { $what }: audit of { $day }, { $form }
history-shown = shown now in Result, Tracks and Print
history-leadership = leadership { $score }
history-management = management { $score }
history-with-half = { $points } ± { $half }
history-alone = one facet
history-open = { $count ->
    [0] under way, nothing open
    [one] under way, one question open
   *[other] under way, { $count } questions open
}
history-other-questions = asked with questions that this version does not know
history-newer = Newer
history-older = Older
history-of = { $from } to { $to } of { $count }
history-facets = Facet by facet
history-range = The dashed range is where a score lies if nothing has changed since the first audit. Only a score outside it has changed by more than the error. Mood and memory are not in that error.
history-older-version = older version of the questions
history-legend-range = no change beyond the error
history-legend-plan = a plan was practised
history-together = Hold the rate for all eight facets together
history-choose = { $name }: { $reading }
history-choose-one = Choose a facet to see it large, with each of its scores.
history-compare = Two audits compared
history-compare-from = From
history-compare-to = to
history-compare-earlier = Earlier audit
history-compare-later = Later audit
history-compare-before = before
history-compare-now = now
history-compare-change = change
history-points = Scores of { $name }
history-form = Form
history-answered = Answered
history-score = Score
history-change = Change
history-recheck = Ask this facet again
history-recheck-name = { $label }: { $facet }
history-recheck-about = Its five questions, about a minute. It is a point of this facet alone and leaves the result as it is.
see-history = See the change
put-away-title = Put away the audit begun on { $day }?
put-away-text = Keep what was answered, and it counts as finished: facets with too few answers have no score then. Or delete it; undo brings it back.
put-away-keep = Keep as it is
put-away-delete = Delete it
delete-audit-title = Delete the audit of { $day }?
delete-audit-text = Its answers leave this profile. Undo brings them back as long as this window is open.

### Guide
guide-pages = Pages of the guide
guide-sides = Two sides, eight facets
guide-aspects = Four aspects, side by side
guide-questions = Common questions
guide-radar = How to read the radar
guide-numbers = How the numbers are made
guide-sides-short = Facets
guide-aspects-short = Aspects
guide-questions-short = Questions
guide-radar-short = Radar
guide-numbers-short = Numbers
guide-previous = Previous: { $title }
guide-next = Next: { $title }
guide-management = Management
guide-leadership = Leadership
guide-wheel = The wheel of the eight facets
guide-wheel-says = Left half, leadership: { $leadership }. Right half, management: { $management }.
guide-drawings = Left and orange: leadership-minded. Right and blue: management-minded.
guide-why = Why it matters:
guide-example = For example:
guide-alone = If you always did it this way
guide-assumed-sd = Spread of the answers to one question, as a standard deviation: { $value } points.
guide-assumed-r = How closely two questions of one facet go together, as a correlation: { $value }.
guide-assumed-need = Error of an answer about what the role needs, as a standard deviation: { $value } points.
guide-assumed-sides = How much easier the questions of one side may be than those of the other, as a standard deviation: { $value } points.
guide-assumed-facets = How far the facets of one side lie apart, which counts where one is missing, as a standard deviation: { $value } points.
guide-assumed-energy = Error of an answer about energy, as a standard deviation: { $value } points.
guide-assumed-demand = Error of what a role here asks, as a standard deviation: { $value } points.
guide-invented = An invented example. Point at a facet for its numbers, or walk with the arrow keys.
guide-answers = Answers
guide-error = Standard error
guide-band = Band, { $percent } % confidence
guide-to-each-side = ± { $points }
guide-assumed = All of these numbers are assumed.
guide-assumed-why = A study with enough answers may replace them. You choose the confidence in Settings.

### Settings
settings-title = Settings
settings-below = They hold for all profiles that you open on this computer.
settings-theme = Theme
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-text = Text size
settings-language = Language
settings-language-system = As the system
settings-language-below = English is the only language so far.
# The name of this language, in it.
language-name = English
settings-percent = { $percent } %
settings-confidence = Confidence
settings-confidence-means = How sure a band is. Of 100 bands, about { $percent } would hold the true score, if the assumed errors are right. More confidence makes wider bands, and fewer differences count.
settings-confidence-gives = A facet’s band is now ± { $full } in the full form, and ± { $quick } in the quick one (both assumed).
settings-audit = Audit
settings-goes-on = The next question comes by itself
settings-goes-on-below = A moment after the first answer to a question. A changed answer stays on screen. While a screen reader runs, every question stays until you go on.
settings-keys = Keys
settings-key-answer = Answer a question
settings-key-answer-keys = 1 to 5
settings-key-stakes = My role: how much depends on it
settings-key-stakes-keys = 6 to 9
settings-key-dose = My role: too little, about right, too much
settings-key-dose-keys = A to C
settings-key-none = Not applicable
settings-key-none-keys = N
settings-key-among = From answer to answer; Space takes one
settings-key-among-keys = Up, Down
settings-key-points = Situations: a point more for the left, for the right
settings-key-points-keys = A, B
settings-key-walk = Question before, question after
settings-key-walk-keys = Left, Right
settings-key-on = On from what is answered
settings-key-on-keys = Enter
settings-key-scroll = Scroll a page
settings-key-scroll-keys = Page up, Page down
keys-title = All keys
keys-hint = Keys (?)
keys-here = In the audit, and on pages of text
keys-everywhere = Everywhere
keys-regions = Rail, bar, page
keys-regions-keys = F6
settings-kept = What Evenkeel keeps
settings-kept-below = Your profiles are files of yours, wherever you saved them. Besides them, Evenkeel keeps the following, and only you can look into it.
settings-nowhere = This system names no place for Evenkeel’s own files, so it keeps none: no recovery, no backups, no settings. Setting EVENKEEL_HOME to a folder of yours gives it one.
settings-recovery = Recovery
settings-recovery-why = Answers that are not saved to a file yet, so that nothing is lost when the program or the power dies. They go when you save or discard. And what the program said when it last crashed, or noted when something went wrong.
settings-backups = Backups
settings-backups-why = Earlier versions of the profiles that you saved, kept for a while.
settings-prints = Printed reports
settings-prints-why = The PDF that your viewer was given to print from. It goes by itself a day later, when Evenkeel starts or prints.
settings-settings = Settings and recent files
settings-settings-why = What you choose here, and the list on the start screen.
settings-size = { $files ->
    [0] nothing at present
    [one] one file, { $size }
   *[other] { $files } files, { $size }
}
settings-kb = { $size } kB
settings-mb = { $size } MB
settings-copy = Copy path
settings-copy-name = Copy path: { $name }
settings-delete = Delete…
settings-delete-name = Delete… { $name }
settings-about = About
settings-version = Evenkeel { $version }
settings-instrument = { $name }, version { $version }. Informed by research, not validated.
settings-licence = Free software under the MIT licence or the Apache licence 2.0, as you prefer.
licences-title = Licences of what is built in
licences-below = Evenkeel is built from the free work of many others: { $packages } parts, under { $texts } licence texts.
licences-back = Back to settings
licences-of = { $licence }: { $packages }
licences-packages = { $count } parts
settings-offline = Evenkeel has no network code. It sends nothing, looks for no updates, and works without a connection.

### Result
result-none = There is no audit here yet
result-none-below = A result comes from your answers. The quick audit takes about four minutes.
result-none-start = Begin an audit
result-others = { $count ->
    [one] The audit in this profile asks other questions
   *[other] The { $count } audits in this profile ask other questions
}
result-others-below = { $count ->
    [one] This version of Evenkeel does not have them. Scored by others it would give numbers that mean nothing, so it is not scored at all. It is kept in the file as it is.
   *[other] This version of Evenkeel does not have them. Scored by others they would give numbers that mean nothing, so they are not scored at all. They are kept in the file as they are.
}
result-others-hint = { $count ->
    [one] To see its result, open the file in the Evenkeel that made it, or in a newer one. A new audit stands beside it.
   *[other] To see their results, open the file in the Evenkeel that made them, or in a newer one. A new audit stands beside them.
}
result-go-on = Go on with the audit
result-fills = The radar fills as answers come: a facet has a score once enough of its questions are answered.
result-under-way = { $date }, not finished
result-even = even
result-balance = Balance of the two sides: leadership minus management is { $difference } ± { $error }
result-no-balance = No balance yet: a side has no score
result-view = Chart
result-radar = Radar
result-dots = Dots
result-table-short = Table
result-as-table = Show as table
result-as-chart = Show as chart
result-chart-you = What you do
result-bands = Bands show the assumed error, with { $percent } % confidence.
result-whiskers = Whiskers show the assumed error, { $percent } % band.
result-whiskers-need = Whiskers: the assumed error, { $percent } % band; thin ones: that of the need.
result-which = Which audit
result-earlier-which = Which earlier audit
result-table = Scores of the eight facets
result-facet = Facet
result-you = You
result-band = Band
result-role = Role
result-reading = Reading
result-answered = Answered
result-often = Done on most occasions
result-more = Perhaps too little
result-much = Perhaps too much
result-lean = Under pressure
result-around = You, the place, or both?
result-numbers = How these numbers are made
result-too-few = There are too few answers yet.
result-often-none = No facet reaches 3.5, our limit for “most occasions”.
result-often-below = Doing it often does not mean doing it well, or that it is needed. Each facet is shown with what that level looks like at work.
result-often-unsure = Part of its band lies below that limit, so it may also be about half of the occasions.
result-role-missing = What your role needs was not asked in this audit.
result-more-none = No facet to list here. Where your two answers disagree, see “Perhaps too much”.
result-more-below = Sorted by what is most worth practising, in our order: { $stakes ->
    [asked] how much depends on it,
   *[open] {""}
} how much is missing, what you say yourself{ $energy ->
    [asked] , and what gives you energy.
   *[open] .
}
# How many gaps the scores alone would show if nothing were missing.
result-more-chance = If no facet were off, about { $chance } of { $count } would still show a gap, too little or too much.
result-more-numbers = You { $you }, your role needs { $need }, “{ $label }”.
result-energy-missing = What gives you energy was not asked; it would help to put these in order.
result-you-say = you say so
result-much-none = No facet to list here: neither the scores nor your own word point to too much.
result-much-below = Two sources: what the role needs against what you do, and your own word on it. Doing it often does not mean doing it well, or that it is needed.
result-situations-missing = The short scenes were not part of this audit.
result-lean-below = Where you say you would turn when there is no time for both. Two scenes for each aspect are few, so read it with care; it has no part in the scores.
result-lean-points = { $points }.
result-lean-consequence = { $points }. If you always did it this way: { $consequence }
result-signs-missing = The signs around you were not asked in this audit.
result-signs-missing-here = Something missing
result-signs-too-much = Too much of something
result-signs-guide = Is it me or the place?
result-answer-now = Answer it now, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
result-answer-open = { $count ->
    [one] Answer the open question
   *[other] Answer the { $count } open questions
}
result-more-near = Near the limit, but not beyond it: { $facets }. One answer more, or a step higher or lower, could change that.
result-next = What now?
result-next-plan = Practise one skill for some weeks. { $facet } is most worth it, in our order.
result-next-any = Practise one skill for some weeks, and see whether it moves.
result-next-plan-on = A plan is under way.
result-next-plan-button = Choose a skill
result-next-plan-on-button = See the plan
result-next-roles = See which roles this fits, and what would change in each.
result-next-roles-button = Look at roles
result-next-print = Take it to a talk with somebody who sees you at work.
result-next-print-button = Print this result…
result-next-save = It is not saved yet. Everything is in one file that you own.
result-next-save-button = Save this result
result-answer-part = { $part }: { $link }
result-made-questions = Questions
result-made-questions-are = { $name } ({ $id }, version { $version }, { $hash })
result-made-form = Form
result-made-quick = Quick, three questions a facet
result-made-full = Full, five questions a facet
result-made-answers = Answers
result-made-answers-are = { $rated } of { $of } rated, { $none } not applicable, { $open } open
result-made-date = Finished
result-made-started = Started
result-made-error = Assumed error
result-made-error-is = Answers to one question spread by { $sd }, and two questions of a facet go together with { $r }. One person’s answers cannot show this, so it is assumed.
result-made-role = Assumed too
result-made-role-is = We assume standard deviations: { $need } for an answer on the need, { $sides } for how much easier one side’s questions may be, { $facet } between facets where one is missing.
result-made-band = Bands
result-made-band-is = { $percent } %: of a hundred such bands, { $percent } would hold the true score, if what is assumed is right.
result-made-provisional = A provisional score rests on part of its questions, and may be off by more than its band says.
result-made-other = This audit was answered in other words than those shown here. Scores are made from the questions that have the same id.
result-made-older = This audit was answered with version { $version } of the questions, which asked how often your role needs something, not on how many of the occasions, and not how much depends on it. So the differences to your role are rougher than they look.
result-made-earlier = { $count ->
    [one] An earlier audit was asked differently, with another version of the questions, and is not compared.
   *[other] { $count } earlier audits were asked differently, with another version of the questions, and are not compared.
}
result-made-trust = The questions are informed by research, not validated. People tend to rate themselves higher than others rate them.
result-made-guide = More on the numbers

### Two audits compared
changes-between = From { $from } to { $to }
changes-error-larger = larger than the error
changes-error-within = within the error
changes-asked-otherwise = asked differently, not compared
changes-no-score = no score in one of the two
changes-few-facets = fewer than three of its facets are compared
changes-no-side = not compared, as a side is not
changes-balance = Leadership minus management
changes-up = +{ $points } ± { $error }
changes-down = { $points } ± { $error }
changes-says = { $name }: { $from } before, { $to } now, a change of { $difference }, { $reading }.
changes-says-missing = { $name }: { $reading }.
changes-rose = { $count ->
    [one] { $facets } is higher than before, by more than the error.
   *[other] { $facets } are higher than before, each by more than the error.
}
changes-fell = { $count ->
    [one] { $facets } is lower than before, by more than the error.
   *[other] { $facets } are lower than before, each by more than the error.
}
changes-opposite = Facets moved in opposite directions, each by more than the error. Higher: { $rose }. Lower: { $fell }. A side is their average and can hide that, so read the facets first.
changes-others = { $count ->
    [one] The other compared facet stays within the error.
   *[other] The other { $count } compared facets stay within the error.
}
changes-none = { $count ->
    [one] No change beyond the error: the one compared facet stays within it.
   *[other] No change beyond the error: all { $count } compared facets stay within it.
}
changes-none-means = That is a finding too: if something moved, it was by less than these questions can show.
changes-nothing-compared = No facet can be compared.
changes-facets = { $count } facets
changes-not-asked = { $count ->
    [one] { $facets } was asked differently, with another version of the questions, and is not compared.
   *[other] { $facets } were asked differently, with another version of the questions, and are not compared.
}
changes-not-scored = { $count ->
    [one] { $facets } has no score in one of the two.
   *[other] { $facets } have no score in one of the two.
}
changes-shared = The two were asked with different versions of the questions. Only questions that were rated in both count.
changes-forms = One of the two is the quick form and one the full form, so some questions were asked in only one of them.
changes-unfinished = The audit of { $date } is not finished.
changes-chance = { $count ->
    [one] Where nothing has changed, a facet still looks changed in about { $any } of 100 comparisons.
   *[other] Where nothing has changed, about { $chance } of { $count } facets still look changed, and in about { $any } of 100 comparisons at least one does.
}
changes-together = { $count ->
    [one] Where nothing has changed, a facet still looks changed in about { $any } of 100 comparisons.
   *[other] The { $count } facets are held to the error all together: where nothing has changed, at least one still looks changed in about { $any } of 100 comparisons.
}
changes-outside = The error is assumed, not measured. Your mood on the day, what you remember of your first answers, and a new idea of what is often are not in it.

### Report
report-name = Evenkeel audit
report-title = { $name }: { $about }
report-quick = Quick form, { $date }
report-full = Full form, { $date }
report-unfinished = Not finished, { $date }
report-page = Page { $page } of { $pages }
report-foot = Self-ratings run high: read the shape before the height. Informed by research, not validated. Bands: { $percent } %, from assumed numbers. Questions: { $id }, version { $version }, { $hash }.
report-role = What my role needs
report-earlier = Audit of { $date }
report-columns = Left: mean answer, from 1 to 5. Middle and right: distance to what the role needs, where the scores show one; else your own word.
report-further = and { $count } more
report-page-summary = Summary and radar
report-page-facets = Facet by facet
report-page-aspects = Under pressure, and signs
report-page-numbers = How the numbers are made
report-page-answers = The answers
report-page-chart = Radar and table alone
report-page-roles = Roles, one by one and compared
report-page-ad = What a job ad asks
report-page-others = What others see
report-page-changes = Change since an earlier audit
report-page-plan = The plan and what came of it
report-page-card = Plan card, one page
report-page-cards = Plan card, four A6 to cut
report-page-notes = Notes of evidence (private)
report-page-exercises = Exercises
report-head-reading = Held against the error
report-plan-name = Evenkeel plan
report-plan-foot = Counted and noted by the person. What it shows may have other causes. Informed by research, not validated.
report-plan-turns = How the plan was changed
report-plan-own = In the end
report-plan-came = What came of it
report-plan-not-known = Nothing yet.
report-plan-colleague-said = { $view } “{ $words }”
report-card-week = Week of
report-card-how = Two numbers a week. An open week is only an open week, never a zero; 0 and 0 where it did not come up.
report-card-cut = Cut along the dashed lines: three cards for you, one for a colleague.
report-goal-present = where I stood
report-goal-reached = reached
report-notes = Notes of evidence
report-notes-below = Private: these notes are printed only because they were chosen.
report-exercises-foot = None of these exercises was tried in a study. Stop where one does harm.
report-head-answers = Answers
report-head-score = Score
report-head-band = Band, from 1 to 5
report-head-need = Need
report-answers = { $rated } of { $of }
report-none = none
report-open = not answered
report-facets-note = What the role needs. Its thin whisker is the error of that answer. A dotted line joins bands that do not meet; a gap can count without one. “Not applicable” lowers nothing.
report-facets-note-no-role = The whisker is the band of the score. “Not applicable” lowers nothing.
report-head-aspect = Aspect
report-head-lean = Where you say you would turn
report-head-consequence = If you always did it this way
report-hash = SHA-256 of the questions
report-head-question = Question
report-meanings = What the answers mean
report-answer = { $rating } { $label }
report-role-need = In my role, it is needed
report-role-stakes = In my role, what depends on it
report-role-dose = In my role, I do
report-head-answer = Answer
report-rules = The rules
report-rule-facet = Score of a facet
report-rule-facet-is = The mean of its rated answers, from 1 to 5. It needs half of its questions; below four fifths it is provisional.
report-rule-error = Its error
report-rule-error-is = From the number of rated answers and the two assumed numbers above; the more answers, the smaller.
report-rule-side = Score of a side
report-rule-side-is = The mean of its facets, of which it needs three of four; one that is missing makes the error larger. The two sides are scored apart: both can be high, both can be low.
report-rule-difference = A difference
report-rule-difference-is = Called one if it is larger than its error; called about equal if it stays below a limit of ours, error and all. Otherwise we cannot tell.
report-rule-role = The role
report-rule-role-is = What you said that it needs, on the same scale. A gap counts if it is larger than the errors of score and need taken together, unless you say the opposite; from half a point on (our limit) if you say the same.
report-rule-missing = What is missing
report-rule-missing-is = Not applicable and not answered are no answers: neither counts as “never”, and neither moves a mean.
report-roles-name = Evenkeel roles
report-roles-foot = Roles are starting points from judgement, not from a survey; jobs of the same name differ. Whether a fit foretells anything was never tested. Roles: { $id }, version { $version }, { $hash }.
report-role-demands = What this role asks
report-role-note = Distance on the scale from 1 to 5, listed only where it is larger than the assumed error of your score and of the role’s demand.
report-role-story = { $role }: before you choose
report-role-hours = A typical week, hours as we guess them
report-role-hours-note = The bar is the role’s week, the mark is yours.
report-role-open = { $count } facets
report-role-guide = There are no scores beside it, so this says what the role asks, not how it fits.
report-compare = The roles side by side
report-compare-counts = counts { $weight }
report-compare-note = What differs most comes first. Asks: on how many occasions, 1 hardly any to 5 nearly all. Counts: how much depends on it, 0 hardly anything to 3 most of it. The line below compares it with your score.
report-compare-note-alone = What differs most comes first. Asks: on how many occasions, 1 hardly any to 5 nearly all. Counts: how much depends on it, 0 hardly anything to 3 most of it.
report-ad-role = What the ad asks
report-ad-lines = Lines
report-ad-follows = What follows from its lines
report-ad-said = What it says
report-ad-rest = Lines about no facet
report-ad-none = No line is about this.
report-ad-note = An ad shows what somebody thought of writing down; what it leaves out may still be asked. If this is not the job you mean, change the lines.
report-missing = No font on this system has these letters, so boxes stand for them: { $letters }
report-replaced = Characters that no document can hold were left out, and boxes stand for them: { $characters }
characters-replaced-meaning = They came with a name, a role or a line of an ad, perhaps by pasting.
characters-replaced-hint = To be rid of them, type those words anew.
no-report = The report could not be laid out.
no-report-meaning = There is nothing to print. Your answers are as they were.
no-report-hint = Please report this with the text below.
template-broken = The template does not work.
template-broken-meaning = These pages are made with Evenkeel’s own template.
template-broken-hint = Mend the template with what is said below, then choose it again.
apart-error = { $template }: { $what }
apart-page = page { $page }: { $what }
apart-slow = it took longer than { $seconds } s, so it was ended
apart-large = it wanted more than { $size } of memory, so it was ended
apart-pages = it makes { $count } pages, and { $most } is the most
apart-size = it makes pages that are too small or too large for any paper
apart-pdf = it makes a PDF of more than 64 MB
apart-crashed = it made the typesetting crash ({ $what })
apart-not-started = the typesetting could not be started ({ $what })
apart-left = it was left before it was done
gigabytes = { $count } GB
megabytes = { $count } MB
not-handed-out-meaning = Nothing was printed or saved. The preview now shows Evenkeel’s own pages.
not-handed-out-hint = If these will do, print or save again. Or mend the template with what is said below, then choose it again.
put-away-before-meaning = It was to show a profile that is not open any more. Nothing was written.
put-away-before-hint = Open the profile again, and save it once more.
template-no-text = { $file } is not a text file.
letters-missing-meaning = Everything else is as it should be.
letters-missing-hint = A font that has them, for instance one of the Noto fonts, puts them in.
no-picture = The chart could not be drawn.

### Print preview
print = Print…
print-hover = The report, as it prints (Ctrl+P)
print-title = Print report
print-count = { $pages ->
    [one] One page
   *[other] { $pages } pages
}, { $paper }
print-laying-out = Laying out the pages…
print-waits = They print as soon as they are ready.
print-waits-pdf = { $file } is written as soon as they are ready.
print-left = Nothing was printed: the pages were not laid out yet
print-now = Print…
print-save = Save PDF…
print-close = Close
print-save-title = Save the report
print-pdf = Report as PDF
print-pages = Pages
print-paper = Paper
print-colour = Colour
print-in-colour = Colour
print-in-grey = Greyscale
print-with-name = With your name
print-no-name = No name was given, so none is printed.
print-earlier = Earlier audit on the radar
print-earlier-none = None
print-template = Template
print-template-own = Evenkeel’s own
print-template-use = Use another…
print-template-back = Use Evenkeel’s own
print-template-title = Choose a template
print-template-files = Typst templates
print-zoom = Zoom
print-zoom-page = Whole page
print-zoom-width = Page width
print-zoom-in = Larger pages
print-zoom-out = Smaller pages
print-sheet = Page { $page } of { $pages }
chart-save-title = Save the chart
chart-menu = Charts as files and on paper
chart-print = Print charts…
chart-save-radar = Save radar…
chart-save-dots = Save dot chart…
chart-copy-radar = Copy radar
chart-copy-dots = Copy dot chart

### The plan on screen
plan = Plan
plan-title = Which skill will you practise?
plan-below = One at a time. The others wait until the review.
plan-no-audit = A plan begins with a result: it shows where your role asks more than you do, and what lifts you.
plan-start-audit = Start an audit
plan-against = What speaks against it: { $words }
plan-build = To do more of
plan-build-below = The most worthwhile first: where your role asks for more, or you say that you do too little.
plan-cut-back = To do less of
plan-deepen = A strength to deepen
plan-deepen-below = Your answers show nothing to build and nothing to cut back. A strength may still be worth deepening, or any other skill.
plan-nothing = Your answers show nothing to build and nothing to cut back, and no strength that stands out. Any skill may still be worth practising.
plan-others = Another skill
plan-others-below = Your answers do not suggest these. You may have your own reason.
plan-practise = Practise this
plan-practise-name = Practise { $facet }: { $aim }
plan-other-choose = Choose…
plan-other-choose-name = Choose { $facet }…
plan-other-aim = What you want
plan-other-more = Do more of it
plan-other-less = Do less of it
plan-why = Why this one?
plan-why-hint = In a line, for yourself
plan-place-raise = Over the last months I have often seen this: { $signs }. I do what my role asks of me there, and I still see it. Who can change what is behind it, and what would you need from me for that?
plan-place-say = Words for whoever decides
plan-place-copy = Copy these words
plan-reports = Does anyone report to you?
plan-reports-below = Exercises that need people who report to you are shown only where that fits.
plan-reports-yes = Yes
plan-reports-no = No
plan-reports-open = Rather not say
quoted = “{ $text }”
plan-now = You { $mean } ± { $error }.
plan-now-role = You { $mean } ± { $error }, your role asks { $need }.
plan-now-none = You have no score here yet.
plan-at-review = At the review
plan-needed-no-score = Without a score from before, the questions cannot show a change.
plan-needed-off-scale = The same questions will be asked again, but a change larger than the error does not fit on the scale. The counted occasions will have to show it.
plan-mark-from = counts from { $points }
plan-mark-to = counts down from { $points }
plan-ahead-occasions = Counted before: { $did } of { $of }. If it comes up as often, it takes at least { $needed } of { $came } to be more than chance.
plan-ahead-occasions-few = Counted before: { $did } of { $of }. If it comes up as often, { $came } occasions are too few to be more than chance.
plan-ahead-example = Counted occasions, an example: from 2 of 8 before, it takes at least { $needed } of { $came } to be more than chance.
plan-waiting = Waiting
plan-waiting-below = One skill at a time. These open after the review.
plan-waits-more = asks { $points } more
plan-waits-less = asks { $points } less
plan-waits-said-more = you say too little
plan-waits-said-less = you say too much
plan-waits-strength = a strength
plan-waiting-name = { $facet }, locked until the review: { $why }
plan-draft-title = Practise: { $facet }
plan-draft-less-title = Cut back: { $facet }
plan-another = Another skill…
plan-exercises = Exercises
plan-exercises-below = Each is a small deed on an occasion that comes up by itself. None of them was tried in a study.
plan-search = Search
plan-search-hint = A word of the exercise
plan-minutes = How long
plan-minutes-any = Any
plan-minutes-up-to = Up to { $minutes } min
plan-exercises-count = { $count ->
    [0] No exercise fits. Try fewer words, or more minutes.
    [one] One exercise
   *[other] { $count } exercises
}
plan-minutes-short = { $minutes } min
plan-exercise-name = { $name }, { $minutes } minutes
plan-part-shown = It shows in
plan-part-stop = When it is the wrong thing
plan-part-wrong = How it typically goes wrong
plan-part-obstacle = If something gets in the way
plan-take = Take this one
plan-take-name = Take this one: { $name }
plan-own = Write my own…
plan-back-to-plan = Keep the plan as it is
plan-sentence = My if-then sentence
plan-sentence-change = Change…
plan-sentence-name = Change: { $sentence }
plan-another-exercise = Another exercise…
plan-cue = If …
plan-cue-hint = an occasion that comes up by itself
plan-deed = then I …
plan-deed-hint = one deed of at most ten minutes
plan-obstacle = If this gets in the way …
plan-obstacle-hint = what most likely stops you
plan-instead = then I …
plan-instead-hint = a smaller deed
plan-takes = About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
plan-takes-open = How long it takes, ten minutes at most
plan-shorter = A minute less
plan-longer = A minute more
plan-done = Done
plan-days = From when, and until when
plan-start = Start
plan-review = Review
plan-review-in = { $weeks ->
    [one] after one week
   *[other] after { $weeks } weeks
}
plan-week-earlier = A week earlier
plan-week-later = A week later
plan-day-unknown = That is no day that can be read here. Write it like { $example }.
plan-start-past = That day is over. A plan starts today or later.
plan-start-far = A plan starts within the next twelve weeks.
plan-review-past = That day is over. A review lies ahead.
plan-review-range = A review is 4 to 12 weeks after the start: from { $first } to { $last }.
plan-baseline = The two weeks before
plan-baseline-below = How often did the occasion come up, and how often did you do it? A good guess is enough; it is marked as such.
plan-baseline-week = Week of { $day }
plan-came = Came up
plan-did = Did it
plan-came-name = Week of { $day }: how often it came up
plan-did-name = Week of { $day }: how often I did it
plan-count-wrong = It cannot be done more often than it came up.
plan-estimated = This is a guess, not a count
plan-goal = What the review will look for
plan-goal-below = Word each level so that a colleague could tell it from outside. Two people who score such goals agree only moderately (ICC .48), so this is one of four kinds of evidence.
plan-level = { $level ->
    [n2] −2 · much less
    [n1] −1 · less
    [z0] 0 · as hoped
    [p1] +1 · more
   *[p2] +2 · much more
}
plan-present = Where I stand now
plan-present-less = At −1
plan-present-expected = At 0
plan-goal-fill = Fill in examples
plan-goal-example-n2 = { $what } at hardly any of these occasions
plan-goal-example-n1 = { $what } at two or three occasions in ten
plan-goal-example-z0 = { $what } at about half of these occasions
plan-goal-example-p1 = { $what } at eight occasions in ten
plan-goal-example-p2 = { $what } at nearly all of them, and a colleague names it unasked
plan-goal-what = I { $deed },
plan-rehearse = Say it once
plan-rehearse-below = Rehearsed if-then plans work better (642 tests). From a document alone the effect is small (.28), and Evenkeel claims no more.
plan-rehearse-how = The first half is hidden. Say the whole sentence, type it, or only think it.
plan-rehearse-field = Your sentence
plan-rehearse-hint = It is not kept
plan-rehearse-show = Show it
plan-rehearse-had = I had it
plan-rehearse-again = Once more
plan-rehearse-skip = Skip
plan-rehearsed = Said once, with the first half hidden.
plan-begin = Begin
plan-begin-below = { $start } to { $review }. You count two numbers a week.
plan-review-title = Review: { $facet }

### Tracks
tracks = Tracks
tracks-title = Where could you go next?
tracks-guide = Roles to read about. With an audit, each shows how it fits you, and how sure that is.
tracks-ask = What brings you here?
tracks-ask-name = What brings you here: { $answer }
tracks-ask-unsure = I don’t know yet
tracks-ask-stay = Stay, and change my role
tracks-ask-manage = Manage people
tracks-ask-lead = Lead without reports
tracks-ask-ad = I have an ad
tracks-share-name = { $track }, { $often }. Show its roles
tracks-fold = { $group }: fold
tracks-unfold = { $group }: show { $count }
tracks-open = Without a fit
tracks-near = Nearest to what you do now
tracks-near-about = The roles by how far what they ask is from your role as you described it, the nearest first. Below each: what it asks clearly more or less of.
tracks-near-entry = { $near } · { $entry }
tracks-fit = How it fits
tracks-change = What would change for you
tracks-no-scores = There are too few answers yet to say how any of these fits.
tracks-no-audit = No audit yet. A quick one takes about four minutes.
tracks-start = Start an audit
tracks-energy-missing = What energises you was not asked, so this says what you do already, not what you want.
tracks-ask-energy = Answer 8 questions
tracks-few = Some facets have no score, so all of this rests on less.
tracks-go-on = Answer more
tracks-all = All roles
tracks-list = List
tracks-map = Map
tracks-look = Roles as
tracks-filter = Which roles
tracks-filter-all = All roles
tracks-filter-pinned = Pinned
tracks-filter-reach = In reach
tracks-filter-none = None of these yet.
tracks-reach = Roles that take no more than
tracks-reach-name = { $entry ->
    [trade] a trade of its own
    [licence] a licence
    [degree] a degree
    [years] some years in the work
   *[money] money to begin with
}
tracks-reach-note = Which trade or licence it is stands with each role. Countries differ.
tracks-entry = To get in: { $what }
tracks-own = Your own
tracks-can = Do already
tracks-want = Want
tracks-sure = Sure
tracks-spoken = { $role }: do already, { $can }; want, { $want }; sure, { $sure }.
tracks-spoken-below = { $spoken } { $below }.
tracks-chosen = Shown: { $role }
tracks-how-map = Up: you already do more of what it asks. Right: more of it energises you. No path is better than another, and changing back is normal.
tracks-how = The line: how well a role fits, further right is better. The band behind the mark: where it lay in eight of ten tries. { tracks-draws } No path is better than another, and changing back is normal.
tracks-draws = For the tries we varied your answers and the roles’ demands within their error 2,000 times.
tracks-new = New role
tracks-from-ad = From a job ad…
tracks-new-name = New role
tracks-current-below = { $role ->
    [none] What you do now, as you described it in the audit.
   *[other] { $role }. What you do now, as you described it in the audit.
}
tracks-current-note = From your audit: what you said that it needs, and how much depends on it. Where that was not asked, a need of 3 counts 1, of 4 counts 2, of 5 counts 3. To change it, change the audit; to try something else, copy it.
tracks-own-below = A role of your own.
tracks-pin = Pin
tracks-unpin = Unpin
tracks-copy = Copy
tracks-compare = Compare
tracks-asks-more = It asks more than you do
tracks-asks-none = Nothing beyond the error.
tracks-asks-less = You do more than it asks
tracks-asks-all = Nothing beyond the error.
tracks-flip-title = What would change which role comes first
tracks-demand = Asks
tracks-weight = Counts
tracks-why = Why
tracks-reason = { $demand }; { $weight }
tracks-demand-how = Asks: on how many of the occasions the role needs you to do it, 1 hardly any to 5 nearly all. Counts: how much depends on it, 0 hardly anything to 3 most of it.
tracks-map-none = The map needs to know what energises you and some scores.
tracks-map-title = All roles by do already and want
tracks-map-can = ↑ do more of it already
tracks-map-want = more energising →
tracks-map-drains = Do it, drains you
tracks-map-both = Do it, want it
tracks-map-neither = Neither now
tracks-map-wants = Want it, not yet done
tracks-map-ellipses = The outlines hold eight of ten tries: solid for the role that is shown, dashed for the one that fits best.
tracks-map-one = The outline holds eight of ten tries of the role that is shown, which fits best.
tracks-map-before = The small hollow marks: where roles were without the what-if.

### The way to another role
way-part = The way there
way-title = From your role now to { $role }
way-step = A step between
way-more = More
way-less = Less
way-same = Nothing is asked clearly more or less.
way-note = More and less: what differs by two steps of the scale or more. Steps between are a proposal: many people go the direct way.
way-save = Save the way…
way-copy = Copy the way
way-alt-leg = To { $role }: { $changes }
way-alt-trials = What can be tried first: { $trials }.
tracks-map-spoken = { $mark }. { $track }

### A role
story-work = The work
story-answers-for = What you answer for
story-gains = What you gain
story-gives-up = What you give up
story-asks = What it asks
story-week = A typical week, as we guess it
story-entry = What it takes to get in
story-way-in = How people come in
story-way-back = How people go back
story-questions = Ask before you say yes
story-mismatch = Signs that it may not suit you
hours-role = This role, guessed
hours-own = You
hours-name = Your hours a week, { $facet }
hours-sum = In all
hours-so-far = { $hours } so far
hours-note = Your own hours are optional. They are kept in your profile, and play no part in how a role fits.

### What if
if-open = What if…
if-title = What if…
if-below = Nothing of this is saved, and your audit stays as it is.
if-back = Put back
if-close = Close
if-all = All facets, and energy
if-fewer = Fewer
if-headline = Supposing what you set: { $said }
if-do = What you do
if-energy = What energises you
if-do-name = What if: share of the occasions, { $facet }
if-energy-name = What if: energy, { $facet }
if-from-to = from { $from } to { $to }
if-to = to { $to }
if-unknown = not known
if-mix = Weight of energy against doing it already
if-only-can = only do already
if-only-want = only want
if-then = With the what-if, { $role } is { $now }. Without it: { $before }.

### Comparing roles
compare-title = Compare roles
compare-remove = Remove
compare-remove-name = Remove { $role } from the comparison
compare-supposing = Supposing what you set, not what you answered.
compare-choose = Add one or two more roles, to see what they ask otherwise.
compare-add = Add a role
compare-entry = To get in
compare-show = Show { $role }
compare-asks = { $demand }, counts { $weight } of 3

### A role of one's own
own-title = What it asks
own-name = Name
own-name-hint = For instance: Head of the depot
own-below = Set on how many of the occasions the role needs it (1 hardly any, 5 nearly all), and how much depends on it (0 hardly anything, 3 most of it).
own-by-hand = set by hand
own-from-ad = from the ad
own-again = Take from the ad again
own-demand-name = Asks, { $facet }
own-weight-name = Counts, { $facet }
role-remove-ask = Remove this role…
role-remove = Remove
role-remove-title = Remove “{ $name }”?
role-remove-text = Its demands and its job ad go with it. Undo brings it back.
ad-title = From a job ad
ad-below = Paste the ad. It is split into lines, and you say what each is about. It stays in your profile, on this computer.
ad-name = Name of the role
ad-name-hint = For instance: Shift lead, evening
ad-new-name = Role from an ad
ad-text = The ad
ad-text-hint = Paste the text here
ad-go = Split into lines
ad-cut = The ad is longer than can be kept. The end was cut off at a whole line.
ad-part = The job ad
ad-none = No ad yet. Pasted here, it says what the role asks, line by line.
ad-paste = Paste a job ad…
ad-count = { $tagged } of { $lines } lines are about a facet.
ad-rule = What follows: no line, asks 2 and counts 0; one line, 3 and 1; two lines, 4 and 2; three or more, 5 and 3. A long ad is scaled down to 12 lines. What you set by hand goes first.
ad-take-all = Take all suggestions
ad-change = Change the text…
ad-print = What does this ad ask, line by line?
ad-view = The ad as
ad-lines = Its lines
ad-asks = What it asks
ad-no-facet = no facet
ad-facet-name = Facet of line { $number }
ad-suggestion = { $facet }? ({ $because })
ad-suggestion-name = Line { $number }: suggested, { $suggestion }
tracks-print = Print role…
compare-print = Print comparison…
print-roles = Roles: { $roles }. Others are chosen in Tracks.

## Plans in words (src/summary/plan.rs)

plan-aim = { $aim ->
    [cut-back] To do less of
   *[build] To do more of
}
plan-reason-asks-more = Your role asks for more than you do, by more than the error.
plan-reason-asks-less = Your role asks for less than you do, by more than the error.
plan-reason-leans-more = Your role seems to ask for more than you do; the difference lies within the error.
plan-reason-leans-less = Your role seems to ask for less than you do; the difference lies within the error.
plan-reason-said-more = You say yourself that you do too little of it.
plan-reason-said-less = You say yourself that you do too much of it.
plan-reason-others-more = Others see less of it than your role asks, by more than the error.
plan-reason-others-less = Others see more of it than your role asks, by more than the error.
plan-reason-depends = Much in your role depends on it.
plan-reason-lifts = It gives you energy.
plan-reason-strength = You do it on most of the occasions already.
plan-against-scores = The scores alone do not show it.
plan-against-others-more = Others see as much of it as your role asks, or more.
plan-against-others-less = Others see no more of it than your role asks.
plan-waits-others = others see less than your role asks
plan-against-drains = It drains you.
plan-against-little = Little in your role depends on it.
plan-against-few = The score rests on few answers.
plan-against-no-score = There is no score to compare with what your role asks.
plan-against-not-said-little = You do not say yourself that you do too little of it.
plan-against-not-said-much = You do not say yourself that you do too much of it.
plan-place = The signs around you point, on the { $side ->
    [management] management
   *[leadership] leadership
} side, to the place more than to you: you do what your role asks, and they still show. Practice may not be what helps here; raising it may.
plan-place-both = The signs around you point, on both sides, to the place more than to you: you do what your role asks, and they still show. Practice may not be what helps here; raising it may.
plan-raise = I would like to talk about { $facet }. My idea was to { $deed }, and I found that it is not mine to decide. Who can, and what would you need from me for that?
plan-trouble = { $trouble ->
    [cue] The occasion comes, and I notice it too late
    [size] The step is too big
    [not-mine] It is not mine to do
   *[no-longer] It no longer matters
}
plan-from-until = From { $start }; review on { $review }.
plan-turn = { $day }: { $why ->
    [cue] the occasion was noticed too late
    [size] the step was too big
    [not-mine] it was not mine to do
   *[no-longer] it no longer mattered
}. Until then: { $before }
plan-ended = It ended on { $day }, { $why ->
    [reviewed] with its review
    [cue] as the occasion was noticed too late
    [size] as the step was too big
    [not-mine] as it was not yours to do
    [no-longer] as it no longer mattered
   *[other] before its review
}.
plan-week-counted = Week of { $day }: came up { $came ->
    [one] once
   *[other] { $came } times
}, done { $did ->
    [one] once
   *[other] { $did } times
}.
plan-week-estimated = Week of { $day }: came up { $came ->
    [one] once
   *[other] { $came } times
}, done { $did ->
    [one] once
   *[other] { $did } times
} (estimated).
plan-week-skip = Week of { $day }: it did not come up.
plan-week-open = Week of { $day }: open.
plan-week-now = This week, from { $day }: not counted yet.
plan-week-coming = Week of { $day }: still to come.
plan-before = Before
plan-before-estimated = Before (estimated)
plan-share = { $share } % ({ $low } to { $high } %)
plan-share-none = no share
plan-occasions = { $when }: done in { $did } of { $came }, { $share }. Now: done in { $now_did } of { $now_came }, { $now_share }.
plan-occasions-one-side = One of the two is missing, so they cannot be compared.
plan-occasions-chance = Chance alone could give this difference.
plan-occasions-more = That is more often, and more than chance would give.
plan-occasions-fewer = That is less often, and more than chance would give.
plan-goal-not-written = not written down
plan-goal-reached = From level { $from } to level { $to }: { $what }.
plan-goal-reached-only = Level { $to }: { $what }. The level at the start was not noted.
plan-band = { $mean } ({ $low } to { $high })
plan-questions = Then { $before }, now { $now }.
plan-questions-expected = Asked again with nothing changed, about { $expected } would be expected.
plan-questions-within = The change lies within the error.
plan-questions-better = The change is larger than the error, the way it was meant.
plan-questions-worse = The change is larger than the error, the other way.
plan-questions-then = Looking back, you now put the time before at { $then }.
plan-colleague = { $view ->
    [better] Changed for the better
    [worse] Changed for the worse
   *[same] Not noticeably changed
}
plan-review-nothing = Nothing was counted, asked or said yet, so nothing can be said.
plan-review-all-better = { $count ->
    [one] The one kind of evidence that there is speaks for a change as meant.
   *[other] All { $count } kinds of evidence speak for a change as meant.
}
plan-review-all-same = { $count ->
    [one] The one kind of evidence that there is shows no change beyond error or chance.
   *[other] None of the { $count } kinds of evidence shows a change beyond error or chance.
}
plan-review-some-better = Of { $known } kinds of evidence, { $better ->
    [one] 1 speaks
   *[other] { $better } speak
} for a change as meant; the others show none beyond error or chance.
plan-review-worse = Of { $known } kinds of evidence, { $worse ->
    [one] 1 speaks
   *[other] { $worse } speak
} against a change as meant, and none for it.
plan-review-mixed = Of { $known } kinds of evidence, { $better ->
    [one] 1 speaks
   *[other] { $better } speak
} for a change as meant and { $worse } against it.
plan-review-cannot = Why it changed, this cannot say: mood, season and what else went on at work are in it too.
plan-needed = The same questions will be asked again. A change of { $points } is larger than the error; anything smaller cannot be told from no change.

## The plan under way, and its review (src/app/screens/plan/under_way, review)

under-way-day = { $day } { $month }
under-way-before = { $facet } before: { $score }.
under-way-sentence = My sentence
under-way-change = Change the sentence…
under-way-change-done = Done
under-way-cue = If …
under-way-cue-hint = What sets it off, for instance: a task arrives
under-way-deed = … then I …
under-way-deed-hint = What you do then, in at most ten minutes
under-way-obstacle = What may get in the way
under-way-obstacle-hint = For instance: the day is full
under-way-instead = … then I …
under-way-instead-hint = What you do instead
under-way-weeks = Week by week
under-way-weeks-below = An open week is only an open week, never a zero.
under-way-this = this week
under-way-before-tag = before
under-way-estimated-tag = estimated
under-way-open-tag = open
under-way-skip-tag = did not come up
under-way-review-tag = review
under-way-review-name = Review on { $day }
under-way-count = Count this week
under-way-count-week = Count the week of { $day }
under-way-come-up = Came up
under-way-done = Done
under-way-did = Came up, I did it
under-way-did-not = Came up, I did not
under-way-skip = Did not come up
under-way-count-done = Done
under-way-count-keys = Keys: 1 for each time you did it, 2 for each time you did not, 0 if it did not come up, Enter when you are done.
under-way-count-wrong = Whole numbers from 0 to 999, and no more done than came up.
under-way-estimate = This is an estimate, not a count
under-way-witness = Card for a colleague
under-way-calendar = Calendar file…
plan-print = Print the plan…
card-print = Print card…
evidence-print = Print the notes…
exercises-print = Print these…
calendar-save-title = Save the calendar of the plan
calendar-file = Calendar
another-plan = A plan is under way already.
another-plan-meaning = One at a time, so that each gets its weeks. Nothing was changed.
another-plan-hint = Go to Plan, look back on that one or end it, then choose the trial again.
another-plan-draft = A plan is being written already.
another-plan-draft-hint = Go to Plan, begin that one or give it up, then choose the trial again.
no-calendar = There is no calendar of this plan.
no-calendar-meaning = Its start or its review is a day that a calendar cannot hold. The plan is as it was.
no-calendar-hint = Choose other days for it, then try again.
under-way-goal = Goal levels
under-way-goal-below = Written before the start. You stood at { $level }.
under-way-goal-below-open = Written before the start.
under-way-goal-present = { $text } (where you stood)
under-way-goal-none = No goal levels were written.
under-way-at-review = At the review
under-way-review-day = { $day }, in { $count ->
    [one] 1 day
   *[other] { $count } days
}.
under-way-review-today = { $day }: it can be held now.
under-way-occasions-needed = Of { $came } occasions, { $did } would have to be done to be more than chance would give.
under-way-occasions-short = Two weeks counted before the start would show how many occasions are needed.
under-way-waiting = Waiting
under-way-waiting-below = One skill at a time. These open after the review.
under-way-waiting-name = { $facet }: waits until the review
under-way-review-now = Hold the review
under-way-review-early = Hold the review early…
under-way-end = End the plan…
under-way-end-title = Why does it end?
under-way-end-below = Ending is no failure. The reason helps with the next plan.
under-way-end-other = Another reason
under-way-end-words = In your own words
under-way-end-words-hint = May stay empty
under-way-end-now = End the plan
under-way-end-not = Keep the plan

stuck-title = For three weeks, nothing has moved. Which is it?
stuck-title-never = For three weeks, it did not come up. Which is it?
stuck-below = One answer, and one change that fits. Nothing of what you counted is lost.
stuck-cue-below = Tie it to another occasion. Choose one, or write your own.
stuck-cue-own = The new occasion: If …
stuck-cue-hint = Something that comes up by itself
stuck-cue-change = Take this occasion
stuck-size-below = Take half of it, and make the deed smaller.
stuck-size-minutes = { $minutes ->
    [one] About 1 minute instead of { $before }.
   *[other] About { $minutes } minutes instead of { $before }.
}
stuck-size-own = The smaller deed: … then I …
stuck-size-hint = The first step of it is enough
stuck-size-change = Take the smaller deed
stuck-mine-below = These words may help with whoever decides. Change them as you like.
stuck-mine-copy = Copy the words
stuck-mine-end = End the plan
stuck-no-longer-below = Then drop it. You noticed, and that is what the weeks were for.
stuck-no-longer-end = Drop it

evidence-title = Evidence
evidence-below = What you did, on one occasion. Notes are yours alone: they stay in this file, and are printed or exported only where you choose so.
evidence-none = Nothing noted yet.
evidence-add = Add a note…
evidence-edit = Edit
evidence-edit-name = Edit the note of { $day }
evidence-delete-name = Delete the note of { $day }
evidence-day = Day
evidence-day-before = The day before
evidence-day-after = The day after
evidence-occasion = The occasion
evidence-occasion-hint = When and where
evidence-did = What I did
evidence-did-hint = What somebody else could have seen
evidence-came = What came of it
evidence-came-hint = Also where it was nothing
evidence-seen = Who saw it
evidence-seen-hint = A name or a role; may stay empty
evidence-save = Keep the note
evidence-came-of-it = Came of it: { $what }
evidence-seen-by = Seen by { $who }
evidence-mark-written = { $count ->
    [one] 1 note of evidence.
   *[other] { $count } notes of evidence.
}
evidence-mark-faded = { $count ->
    [one] 1 note of evidence, from before the last audit but one.
   *[other] { $count } notes of evidence, all from before the last audit but one.
}
evidence-mark-nothing = No evidence noted.
evidence-head = Evidence
evidence-cell-written = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
evidence-cell-faded = older
evidence-cell-nothing = none

witness-title = Card for a colleague
witness-below = To hand to one colleague who sees you at work. Nothing else of the plan is on it.
witness-skill = I am practising: { $facet }
witness-ask = On { $day } I will ask you whether you noticed a change.
witness-copy = Copy as text

reviewing-back = Back to the plan
reviewing-below = Four kinds of evidence, side by side. They are not added up.
reviewing-occasions = What was counted
reviewing-occasions-none = Nothing was counted. That is no zero: it stays open.
reviewing-chart = Shares done, with their intervals
reviewing-chart-before = Before
reviewing-chart-now = Now
reviewing-goal = The goal level reached
reviewing-goal-below = Which one would a colleague say?
reviewing-goal-level = Level { $level }: { $text }
reviewing-goal-here = { $text } (at the start)
reviewing-questions = The questions, asked again
reviewing-questions-ask = The same questions as before, about a minute. The old answers stay hidden.
reviewing-questions-start = Answer the questions again
reviewing-questions-done = That is how it is now
reviewing-now-name = Now: { $item }
reviewing-now-below = As it is now, in the last three months. { $low } is 1, { $high } is 5.
reviewing-then = How was it then?
reviewing-then-below = Before the plan began, as you see it from today. Your old answers stay hidden. { $low } is 1, { $high } is 5.
reviewing-then-name = Then: { $item }
reviewing-not-applicable = n/a
reviewing-then-skip = Without looking back
reviewing-then-show = Show what came of it
reviewing-questions-other = The questions cannot be compared: there is no earlier audit, or it was asked differently.
reviewing-colleague = One colleague’s view
reviewing-colleague-below = Ask somebody who sees you at work, or have it said aloud in the room.
reviewing-colleague-words = In their words
reviewing-colleague-words-hint = May stay empty
reviewing-together = What can be said
reviewing-words = In your own words
reviewing-words-hint = What you take from it; may stay empty
reviewing-next = And now?
reviewing-weeks = The next review in { $count } weeks
reviewing-fewer = One week less
reviewing-more = One week more
reviewing-go-on = Go on until { $day }
reviewing-change = Change the plan
reviewing-end = The next skill

## A role that is tried (src/app/screens/plan/trial)

trying-of = A trial of the role { $role }
trying-role = See the role
trying-drop = Not this one
trying-what = What you do
trying-leave-copy = Copy the words
trying-days = From when, and for how long
trying-weeks = { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}
trying-until = You look back on it on { $day }.
trying-before = How do you expect it to leave you?
trying-before-below = Say it before you begin: afterwards it is hard to know what you had expected. Key 1 to 5.
trying-said = You said: { $answer }.
trying-not-said = Nothing said yet.
trying-begin = Begin the trial
trying-begin-open = You can begin without an answer above. Then nothing can be compared at the end.
trying-at-end = At the end
trying-at-end-below = Two questions: how it left you, and what surprised you. Stopping is as good an outcome as going on.
trying-notes = Notes
trying-notes-below = For yourself, week by week or not at all. They stay in this file.
trying-notes-hint = What you saw, and how you felt
trying-back-day = { $day }, in { $count ->
    [one] 1 day
   *[other] { $count } days
}.
trying-back-today = { $day }: you can look back on it now.
trying-back-now = Look back on it
trying-back-early = Stop or look back early…
trying-review = Looking back: { $name }
trying-review-below = Two questions, then you decide. What you expected stays hidden until you have answered the first.
trying-to-trial = Back to the trial
trying-after = How did it leave you?
trying-after-below = All in all, over these weeks. Key 1 to 5.
trying-compare = Beside what you expected
trying-compare-both = Expected: { $before }. It was: { $after }.
trying-compare-open = You did not say beforehand what you expected, so nothing can be compared.
trying-compare-cannot = This was one trial. The people, the place and the weeks are in it too, so it says more about these than about every such role.
trying-surprise = What surprised you?
trying-surprise-below = One sentence is enough. What you did not expect tells most about a role.
trying-surprise-hint = May stay empty
trying-next = And now?
trying-next-below = Both are fine. What you wrote stays here, whichever you choose.
trying-stop = Stop here
trying-go-on-until = Go on until { $day }
trying-fewer = One week less
trying-more = One week more
trying-past = Roles that you tried
trying-past-role = { $trial }: a trial of the role { $role }
trying-past-surprise = What surprised you: { $words }

home-count = { $facet }: the week of { $day } is not counted yet.
home-count-now = Count it
home-count-skip = It did not come up
home-review = { $facet }: the review is due.
home-review-now = Hold the review
home-trial = { $name }: you can look back on it now.
home-trial-now = Look back

# A plan to take along: calendar, cards, the command line.
calendar-tick = Count this week: { $facet }
calendar-tick-how = How often did it come up, and how often did you do it? Two numbers in Evenkeel, or with “evenkeel tick”.
calendar-tick-trial = Your trial: look back on this week
calendar-tick-trial-how = The questions for the end of each week stand with the trial in Evenkeel.
calendar-review-trial = Your trial: look back on all of it
calendar-review-trial-how = In Evenkeel: what it did to you, and what surprised you.
calendar-review = Review: { $facet }
calendar-review-how = Hold the review in Evenkeel: what was counted, the goal, the questions again, one colleague.
cli-no-plan = there is no plan in this file: { $file }
cli-hint-no-plan = Open it in the window: Plan, on the rail, begins one.
cli-plan-no-days = the plan has no start and review yet that a calendar can hold: { $file }
cli-plan-trial = { $name }: a trial of the role { $role }
cli-plan-no-card = the plan is a role that is tried, so there is no card or page of it: { $file }
cli-hint-plan-no-card = Without -o it is told in words; with -o OUT.ics as a calendar.
cli-plan-is-draft = This is a draft. It has not begun.
cli-plan-due-count = Due: to count the week of { $day }.
cli-plan-due-review = Due: the review.
cli-plan-written = { $file }: the plan was written
cli-exercises-written = { $file }: the exercises were written
cli-no-earlier = the audit { $number } has no earlier one that was asked with the same questions: { $file }
cli-notes-json = notes of evidence are only in JSON, and this is a table
cli-no-notes = nothing is noted in this file: { $file }
cli-hint-notes = Notes of evidence are written on the page of the plan.
cli-tick-trial = the plan is a role that is tried, so nothing is counted: { $file }
cli-tick-draft = the plan has not begun, so nothing is counted yet: { $file }
cli-tick-ended = the plan has ended, so nothing is counted any more: { $file }
cli-tick-week = only weeks of the plan that have begun can be counted, not that of { $day }: { $file }
cli-hint-tick-week = Its weeks are those from { $first } to { $last }. --week names one by any of its days, as in 2026-11-27.
cli-tick-day = a day as in 2026-11-27
cli-tick-numbers = both numbers are needed: how often it came up, and how often it was done
cli-hint-tick = --came 4 --did 2 sets both; --did alone adds one that was done, --came alone one that was not; --skip says that it did not come up.
cli-tick-more = it cannot be done more often than it came up, nor more than { $most } times a week
cli-tick-file = tick changes a file and needs the name of one, not -
cli-tick-held = the file is open in a window of Evenkeel: { $file }
cli-hint-tick-held = Count there, or close that window and try again.

# What others see, on its screen and on paper
others = Others
others-open = Open a merged result…
others-open-title = Open a merged result
others-files = Merged results of rounds
others-opened = { $file } lies beside your profile now.
others-bad = { $file } is not a merged result that can be read.
others-bad-hint = Ask its collector to send it again, as a file.
others-explain-title = What others see
others-explain-below = You rated yourself. People who work with you may see the same things otherwise.
others-explain-how = In a round, people who work with you answer questions about you, each in a browser and without a network, and send back sealed replies. A collector whom all of you trust makes the round on the command line, with evenkeel round, and opens the replies. You get one file from the collector, the merged result, in which groups too small to show are hidden.
others-explain-who = Who can read what
others-explain-you = You: the merged result. Not a single reply, also where one passes through your hands.
others-explain-collector = The collector: every reply, word for word.
others-explain-manager = Everybody who sees your result: what your manager answered. A manager alone is known, and the form says so first.
others-explain-raters = Raters: their own answers, and your result if you show it to them.
others-explain-limits = Nobody is promised more than that: wording can give somebody away. Nothing here has been measured on people. Use it to talk, and to pick one thing to practise.
others-alone-title = The merged result is open
others-alone-below = Open your own profile as well: the two are laid beside each other. Nothing in a result says whose it is, so make sure that it is about you.
others-heading-nothing = Nothing can be compared yet.
others-heading-alike = In { $of ->
    [one] the one facet that
   *[other] all { $of } facets that
} can be compared, no difference between you and others is larger than its error.
others-heading-differ = In { $count ->
    [one] one
   *[other] { $count }
} of { $of } facets, others see you otherwise than you do, by more than the error.
others-below-nothing = It takes scores of your own, and a group that may be shown.
others-compared = Compared with your own scores: { $who }.
others-chance = By chance alone, about { $count } of { $of } would stand out, at { $percent } %.
others-chance-few = So what stands out here may be chance.
others-who-all = All raters
others-who-manager = Manager
others-who-peers = Peers
others-who-reports = Reports
others-who-others = Other people
others-group-count = { $group ->
    [manager] { $count ->
        [one] 1 manager
       *[other] { $count } managers
    }
    [peers] { $count ->
        [one] 1 peer
       *[other] { $count } peers
    }
    [reports] { $count ->
        [one] 1 report
       *[other] { $count } reports
    }
   *[others] { $count ->
        [one] 1 other
       *[other] { $count } others
    }
}
others-replies = { $count ->
    [one] One reply
   *[other] { $count } replies
}: { $groups }.
others-source = They come from result { $release } of the round { $round }, a file of its own that Evenkeel does not change. Nothing in it says whose it is.
others-put-away = Put it away
others-mean = { $mean } ± { $error }
others-you-higher = you rate { $points } higher
others-they-higher = others rate { $points } higher
others-finding = You { $own }, { $who } { $theirs }. The difference has an error of ± { $error }.
others-blind = Blind spots
others-blind-below = You rate higher than others do. Neither is right by itself: others see a part, and you cannot see yourself from outside.
others-strengths = Hidden strengths
others-strengths-below = Others rate higher than you do.
others-none = None: no difference of this kind is larger than its error.
others-facets = Facet by facet
others-facets-below = Dots are means, whiskers their { $percent } % bands. Where fewer than five people rated, their error is assumed and not measured.
others-groups-title = Each facet, as you and others see it
others-as-table = As a table
others-as-chart = As a chart
others-table-facet = Facet
others-table-who = Seen by
others-table-raters = Rated
others-table-mean = Mean
others-table-difference = You − they
others-table-note = Reading
others-table-beyond = beyond the error
others-table-within = within the error
others-apart = Your raters disagree with each other
others-apart-none = Where it may be shown, raters agree about as much as raters do. It is shown from five of a group on.
others-divided = On { $facet }: { $who }. A mean says little there; ask what each had in mind.
others-divided-note = Said where ratings lie { $cut } points or more from their mean, on average. That limit is a convention.
others-profiles = The whole profile
others-profile = { $who }: { $icc }, over { $facets } facets.
others-profiles-below = How alike your profile and theirs are: 1 is the same, 0 is unrelated, below 0 opposite. It asks for the same height as well as for the same shape.
others-shown = Who is shown
others-hidden = { $who }: { $count ->
    [one] one reply
   *[other] { $count } replies
}, too few to show. It takes { $limit } who rated the same question, and no way to work it out from the rest.
others-hidden-open = { $who }: too few questions were rated to show anything.
others-hidden-some = { $who }: shown in { $count } of { $of } facets. In the rest, too few rated the same questions.
others-hidden-all = All together are not shown: that would add nothing, or a group that is hidden could be worked out from it.
others-hidden-none = Every group that answered is shown.
others-keep = What to keep doing
others-change = What to do more or less of
others-comments-below = In the words of those who wrote, in an order of chance. A group stands with its words only where five of it answered.
others-comments-none = No words are shown: nobody wrote any, or fewer than five answered.
others-comment-from = { $who }
others-print = Print these pages…
others-link = What others see

# What others see: rounds, and what their results say, on the command line.
group-manager = manager
group-peers = peers
group-reports = reports
group-others = others
group-all = all
cli-round-passphrase = Passphrase of the round:
cli-round-passphrase-new = A passphrase for the round:
cli-round-passphrase-again = The same once more:
cli-round-passphrase-differs = the two passphrases are not the same, so no round was made
cli-round-passphrase-short = the passphrase needs { $count } characters or more, so no round was made
cli-hint-round-passphrase = Four or five words that do not belong together are easy to keep and hard to guess.
cli-round-passphrase-none = the passphrase is empty
cli-round-passphrase-wrong = the passphrase is not that of this round: { $file }
cli-hint-round-passphrase-wrong = Try it again, with an eye on capitals and on the keyboard’s language. Where it is lost, evenkeel round restore makes the round again from its key sheet and its forms.
cli-round-no-terminal = there is no terminal to ask for the passphrase ({ $what })
cli-hint-round-no-terminal = Give --passphrase-file FILE, or - for the standard input.
cli-round-broken = this is no round file, or it is damaged: { $file }
cli-hint-round-broken = Earlier versions are among the backups. Where there is none, evenkeel round restore makes the round again from its key sheet and its forms.
cli-round-newer = a newer Evenkeel wrote this round: { $file }
cli-round-not-locked = the round could not be locked, so nothing was written
cli-round-no-key = the key in this round is damaged
cli-round-other-questions = this round asks version { $version } of the questions, which this Evenkeel does not have
cli-round-name = --person needs a name of 1 to 80 characters, in one line: it stands in the questions
cli-round-collector = --collector and --send have room for 200 characters each
cli-round-date = --until needs a day as in 2026-12-18
cli-round-count = a round needs one rater or more, and has room for { $most }
cli-round-made = { $file }: the round. { $sheet }: its key sheet.
cli-round-sheet-json = with --json, --sheet needs the name of a file: the output has room for one of both
cli-round-next = Print the key sheet and delete the file. Then: evenkeel round form { $file } -o FOLDER
cli-round-can = { $group }, { $count }: can show gaps of { $gap } or more; of gaps of { $mostly }, 8 in 10 are found (assumed error).
cli-round-can-none = { $group }, { $count }: too few to be shown by themselves. It takes { $limit } who rated the same question.
cli-round-can-manager = { $group }, { $count }: shown by name of the group, however few. The form says so before the first question.
cli-round-sheet =
    Key sheet of the round { $round } about { $person }
    It opens all replies. Keep it where nobody else gets at it.
cli-round-sheet-how = Each row: its number, six characters, one character that checks them. There is no 1, B, I and O among them.
cli-round-row = Row { $number } of the key sheet:
cli-round-row-number = each line begins with the number of its row
cli-round-row-mistyped = row { $number } does not check: something in it is mistyped
cli-hint-round-row = Compare it with the sheet, character by character. 0 is a nought, and there is no O.
cli-round-row-other = row { $number } is that of another key sheet
cli-round-sheet-first = there are no forms yet: { $count } rows of the printed key sheet have to be typed back first
cli-hint-round-sheet = Take the sheet of this round. On a terminal the rows are asked for; --typed FILE reads them from a file.
cli-round-forms = { $folder }: { $count ->
    [one] one form
   *[other] { $count } forms
}, one for each rater
cli-round-forms-how = Each form is for one person and counts once. Give each rater another one of their group.
cli-round-replies = { $group }: { $count ->
    [one] one reply counts
   *[other] { $count } replies count
}
cli-round-no-replies = No reply counts.
cli-round-nothing = no reply counts, so there is no result
cli-round-shown = { $group }: shown
cli-round-hidden = { $group }: hidden, since so few could be told apart; only how many replied is said
cli-round-all = All together are shown.
cli-round-no-all = All together are not shown: it would add nothing, or show what has to be hidden.
cli-round-merged = { $file }: the result for the person
cli-round-restored = { $file }: the round again, with { $known } of { $count } forms. Replies to forms that are not among them will not count.
cli-round-restored-history = What an earlier result showed is not in it. Where there was one, make no second one: both together could tell what few answered.
cli-round-restore-rows = the round needs all { $count } rows of its key sheet
cli-round-restore-key = these rows are not those of one key sheet
cli-round-restore-no-form = there is no form among these files
cli-round-restore-rounds = these forms are not of one round
cli-round-restore-other-key = the key sheet is that of another round
cli-round-restore-questions = these forms ask other questions than this Evenkeel has
cli-reply-left-out = left out: { $file }: { $why }
cli-reply-left-out-number = left out: { $file }, reply { $number }: { $why }
cli-reply-broken = damaged, or no reply. Ask for it again, as a file.
cli-reply-foreign = of another round. It may belong to another collector.
cli-reply-other-questions = it answers other questions than this round’s.
cli-reply-forged = the round gave out no such form. Somebody may have made it, or changed its group.
cli-reply-double = a reply with this form has been counted; the first one counts.
cli-reply-late = it came after the round was closed.
cli-paper-line = line { $line }: { $what }: { $file }
cli-paper-group = it begins with none of manager, peers, reports, others, keep, change
cli-paper-digit = answers are digits from 0 to 7
cli-paper-count = { $found } answers, and there are { $needed } questions
cli-paper-no-sheet = a comment before the first sheet
cli-hint-paper = One line a sheet: peers 54321 67012 …; 6 is no occasion, 7 is could not see, 0 is left open. docs/OTHERS.md has more.
cli-paper-sheets = keyed in first: { $first } sheets, second: { $second }
cli-paper-other-group = sheet { $sheet }: another group the second time
cli-paper-other-answer = sheet { $sheet }, question { $question }: first { $first }, then { $second }
cli-paper-other-comment = sheet { $sheet }: the comments differ
cli-hint-paper-differs = Nothing was taken. Look at the sheets, correct the file that is wrong, and try again.
cli-paper-too-many = sheet { $sheet }: there are more replies than raters of its group were invited
cli-which-others = the page others needs the merged result of a round
cli-hint-others = --others FILE names it.
cli-seen-who = seen by
cli-seen-difference = you − they
cli-seen-note = note
cli-seen-blind = you rate higher, beyond error
cli-seen-hidden = they rate higher, beyond error
cli-seen-divided = they disagree with each other
cli-seen-assumed = assumed error
cli-seen-profile = Your whole profile and that of { $who }: { $icc } alike (1 is the same, 0 is unrelated).
cli-seen-chance = By chance alone, { $count } of the facets would stand out.
cli-seen-limits = Raters see a part, and have moods and memories of their own. A mean of few is shown with its error.
cli-team-same = this is the file of a person who was counted already; it is left out: { $file }
cli-team-people = { $count ->
    [one] One person
   *[other] { $count } people
}
cli-team-without = { $count ->
    [one] One file has
   *[other] { $count } files have
} no finished audit with the newest questions.
cli-team-few = Below { $limit } people nothing more is said.
cli-team-count = people
cli-team-low = lower quarter
cli-team-middle = middle
cli-team-high = upper quarter
cli-team-asks-more = asked for more
cli-team-alpha = alpha
cli-team-nobody = Nobody here scores above 3 on { $facet }.
cli-team-limits = What people say of themselves. The middle says where your group lies, not where it should.
