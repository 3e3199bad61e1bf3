param($Windows)
$form = "{{event}}`t{0}:123+0900`t1`t{1} [EVENT]`t101`t{{one-update}}`t200`t{2}`tAgent`tx`ty`tz"
$start = [datetime]::UtcNow.AddHours(9 - 2)
$times = $start, $start.AddMinutes(5) | ForEach-Object { $_.ToString('yyyy-MM-dd HH:mm:ss') }
Set-Content -LiteralPath 'C:\Windows\SoftwareDistribution\ReportingEvents.log' -Encoding Unicode -Value @(
    $form -f $times[0], 182, '80242015'
    $form -f $times[1], 183, '0'
)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Failures = 0; File = 'C:\Windows\SoftwareDistribution\ReportingEvents.log' }
}
