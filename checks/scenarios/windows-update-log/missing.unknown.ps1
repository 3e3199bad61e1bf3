param($Windows)
$path = 'C:\Windows\SoftwareDistribution\ReportingEvents.log'
if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path }
@{
    Reason   = 'missing'
    HResult  = @()
    Evidence = @{ Failures = 0; File = 'C:\Windows\SoftwareDistribution\ReportingEvents.log' }
}
