param($Windows)
# Nothing is noted. The log of servicing is there, without a word of SFC.
$null = $Windows
