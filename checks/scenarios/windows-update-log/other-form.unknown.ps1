param($Windows)
$path = 'C:\Windows\SoftwareDistribution\ReportingEvents.log'
Set-Content -LiteralPath $path -Encoding Unicode -Value 'something else'
