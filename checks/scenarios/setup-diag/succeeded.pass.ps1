param($Windows)
# SetupDiag was run by hand after an upgrade that succeeded, and is newer than this Windows.
$folder = 'C:\Windows\Logs\SetupDiag'
$null = New-Item -Path $folder -ItemType Directory -Force
$text = @'
<?xml version="1.0" encoding="utf-16"?>
<SetupDiag xmlns="https://learn.microsoft.com/windows/deployment/upgrade/setupdiag">
  <Version>1.7.0.0</Version>
  <ProfileName>FindSuccessfulUpgrade</ProfileName>
  <FailureData>SetupDiag reports successful upgrade found.</FailureData>
  <FailureData>This appears to be a successful update as the last operation was: OOBEBoot and the result was: success</FailureData>
  <FailureDetails>LastOperation = OOBEBoot</FailureDetails>
</SetupDiag>
'@
Set-Content -LiteralPath "$folder\SetupDiagResults.xml" -Encoding Unicode -Value $text
@{ Reason = 'succeeded'; HResult = @(); Evidence = @{ BoxResult = '0x00000000' } }
