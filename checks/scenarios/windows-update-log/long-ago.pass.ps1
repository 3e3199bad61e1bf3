param($Windows)
$form = "{{event}}`t{0}:123+0900`t1`t{1} [EVENT]`t101`t{{one-update}}`t200`t{2}`tAgent`tx`ty`tz"
$start = [datetime]::UtcNow.AddHours(9 - 960)
$times = @($start.ToString('yyyy-MM-dd HH:mm:ss'))
Set-Content -LiteralPath 'C:\Windows\SoftwareDistribution\ReportingEvents.log' -Encoding Unicode -Value @(
    $form -f $times[0], 182, '80242015'
)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Failures = 0; File = 'C:\Windows\SoftwareDistribution\ReportingEvents.log' }
}
