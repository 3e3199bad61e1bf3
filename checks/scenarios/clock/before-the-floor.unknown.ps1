param($Windows)
# They agree, on a day before Windows was installed.
$known = 'http://www.msftconnecttest.com/connecttest.txt', 'http://connectivitycheck.gstatic.com/generate_204', 'http://detectportal.firefox.com/success.txt'
foreach ($url in $known) { $Windows.Network.Dates[$url] = [datetime]::new(2024, 12, 1, 0, 0, 0, 'Utc') }
