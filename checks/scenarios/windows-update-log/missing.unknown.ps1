param($Windows)
$path = 'C:\Windows\SoftwareDistribution\ReportingEvents.log'
if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path }
