param($Windows)
# One of three tells another time; the two that agree are believed.
$Windows.Network.Dates['http://connectivitycheck.gstatic.com/generate_204'] = [datetime]::UtcNow.AddYears(2)
