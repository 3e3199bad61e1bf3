param($Windows)
# Each version of the definitions has an id of its own; a later one settles an earlier one.
$form = "{{event}}`t{0}:123+0000`t1`t{1}`t101`t{2}`t200`t{3}`tMoUpdateOrchestrator`tx`tContent Install`t{4}`tid"
$name = 'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.441.10{0}.0) - Current Channel (Broad).'
$times = 5, 2 | ForEach-Object { [datetime]::UtcNow.AddHours(-$_).ToString('yyyy-MM-dd HH:mm:ss') }
Set-Content -LiteralPath 'C:\Windows\SoftwareDistribution\ReportingEvents.log' -Encoding Unicode -Value @(
    $form -f $times[0], '182 [AGENT_INSTALLING_FAILED]', '{one}', '80070643', ('Installation Failure: Windows failed to install the following update with error 0x80070643: ' + ($name -f 0))
    $form -f $times[1], '183 [AGENT_INSTALLING_SUCCEEDED]', '{two}', '0', ('Installation Successful: Windows successfully installed the following update: ' + ($name -f 1))
)
@{ Status = 'Ok'; Reason = ''; Evidence = @{ Failures = 0 } }
