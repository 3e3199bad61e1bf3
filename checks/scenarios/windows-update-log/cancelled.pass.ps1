param($Windows)
$t = [datetime]::UtcNow.AddHours(-3).ToString('yyyy-MM-dd HH:mm:ss')
Set-Content -LiteralPath 'C:\Windows\SoftwareDistribution\ReportingEvents.log' -Encoding Unicode -Value (
    "{CB6DE3B4-0000-4BD7-B8F2-000000000002}`t${t}:734+0900`t1`t161 [AGENT_DOWNLOAD_FAILED]`t101`t{624F8F61-0000-4DF9-B992-000000000002}`t1" +
    "`t8024000b`tUpdateOrchestrator`tFailure`tContent Download`tError: Download failed.`tid")
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Failures = 0; File = 'C:\Windows\SoftwareDistribution\ReportingEvents.log' }
}
