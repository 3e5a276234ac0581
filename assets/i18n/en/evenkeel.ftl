# Words of the program in English. Add a language by copying this folder.
# Sections follow the parts of the program; ids begin with the part.

### Dates and numbers
date = { $day } { $month } { $year }
date-time = { $date }, { $time }
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
