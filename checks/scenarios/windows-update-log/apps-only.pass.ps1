param($Windows)
# Only an app from the Store failed, in the form that Windows writes: the product stands in the sentence.
$t = [datetime]::UtcNow.AddHours(-3).ToString('yyyy-MM-dd HH:mm:ss')
$id = '{624F8F61-0000-4DF9-B992-000000000001}'
Set-Content -LiteralPath 'C:\Windows\SoftwareDistribution\ReportingEvents.log' -Encoding Unicode -Value (
    "{CB6DE3B4-0000-4BD7-B8F2-000000000001}`t${t}:734+0000`t1`t182 [AGENT_INSTALLING_FAILED]`t101`t$id`t1`t80073d02`tUpdate;taskhostw" +
    "`tFailure`tContent Install`tInstallation Failure: Windows failed to install the following update with error 0x80073d02: " +
    "9WZDNCRFJBMP-MICROSOFT.WINDOWSSTORE.`tid")
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Failures = 0; File = 'C:\Windows\SoftwareDistribution\ReportingEvents.log' }
}
