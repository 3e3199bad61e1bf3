param($Windows)
# As in the sample of 1.7: several FailureData, and a code of Win32.
$folder = 'C:\Windows\Logs\SetupDiag'
$null = New-Item -Path $folder -ItemType Directory -Force
$text = @'
<?xml version="1.0" encoding="utf-16"?>
<SetupDiag xmlns="https://learn.microsoft.com/windows/deployment/upgrade/setupdiag">
  <Version>1.7.0.0</Version>
  <ProfileName>FindSPFatalError</ProfileName>
  <FailureData>
Error: SetupDiag reports Fatal Error.
Last Setup Phase = Downlevel
Error: 0x00000057</FailureData>
  <FailureData>LogEntry: 2023-06-06 21:47:11, Error                 SP     Error converting install time[gle=0x00000057]</FailureData>
  <FailureDetails>Err = 0x00000057, LastOperation = Gather data, scope: EVERYTHING, LastPhase = Downlevel</FailureDetails>
</SetupDiag>
'@
Set-Content -LiteralPath "$folder\SetupDiagResults.xml" -Encoding Unicode -Value $text
@{
    Reason   = 'failed'
    HResult  = '0x00000057'
    Evidence = @{ BoxResult = '0x00000000'; Rule = 'FindSPFatalError' }
}
