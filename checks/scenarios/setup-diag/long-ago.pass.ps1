param($Windows)
$folder = 'C:\Windows\Logs\SetupDiag'
$null = New-Item -Path $folder -ItemType Directory -Force
$text = @'
<?xml version="1.0" encoding="utf-16"?>
<SetupDiag xmlns="https://docs.microsoft.com/windows/deployment/upgrade/setupdiag">
  <Version>1.7.0.0</Version>
  <ProfileName>FindRollbackFailure</ProfileName>
  <FailureData>Error: SetupDiag reports a fatal error.
Error: 0xc1900101-0x20017</FailureData>
  <FailureDetails>Err = 0xc1900101, LastOperation = Boot, LastPhase = SafeOS</FailureDetails>
</SetupDiag>
'@
Set-Content -LiteralPath "$folder\SetupDiagResults.xml" -Encoding Unicode -Value $text
(Get-Item -LiteralPath "$folder\SetupDiagResults.xml").LastWriteTimeUtc = [datetime]::UtcNow.AddDays(-300)
@{ Reason = 'older'; HResult = @(); Evidence = @{ BoxResult = '0x00000000' } }
