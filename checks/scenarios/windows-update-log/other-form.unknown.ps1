param($Windows)
$path = 'C:\Windows\SoftwareDistribution\ReportingEvents.log'
Set-Content -LiteralPath $path -Encoding Unicode -Value 'something else'
@{
    Reason   = 'unreadable'
    HResult  = @()
    Evidence = @{ Failures = 0; File = 'C:\Windows\SoftwareDistribution\ReportingEvents.log' }
}
