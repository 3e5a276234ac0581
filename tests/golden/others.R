# Golden values for groups by R: r_wg, r_wg(j), AD_M and quartiles, from the answers that others.py wrote. Called by others.py.
# Needs the package multilevel (Debian: r-cran-multilevel); reads and writes CSV.
suppressMessages(library(multilevel))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
for (file in list.files(folder, pattern = "^answers-.*[.]csv$")) {
  rows <- as.matrix(read.csv(file.path(folder, file), header = FALSE))
  group <- rep(1, nrow(rows))
  number <- function(value) format(value, digits = 15)
  facet <- rowMeans(rows)
  double <- c(facet[1:floor(length(facet) / 2)], facet[(floor(length(facet) / 2) + 1):(2 * floor(length(facet) / 2))])
  half <- length(double) / 2
  other <- c(double[(half + 1):length(double)], double[1:half])
  write.table(
    data.frame(
      name = c("rwg", "rwg_j", "ad_first", "ad_j", "q1", "q2", "q3", "sd", "icc_de"),
      value = c(
        number(rwg(rows[, 1], group, ranvar = 2)$rwg),
        number(rwg.j(rows, group, ranvar = 2)$rwg.j),
        number(ad.m(rows[, 1], group)[1, 2]),
        number(ad.m(rows, group)[1, 2]),
        number(quantile(facet, c(0.25, 0.5, 0.75), type = 7)),
        number(sd(facet)),
        number(cor(double, other))
      )
    ),
    file.path(folder, sub("answers", "found", file)),
    sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE
  )
}
