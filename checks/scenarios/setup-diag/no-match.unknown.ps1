param($Windows)
# SetupDiag found nothing that it knows.
$folder = 'C:\Windows\Logs\SetupDiag'
$null = New-Item -Path $folder -ItemType Directory -Force
$text = @'
<?xml version="1.0" encoding="utf-16"?>
<SetupDiag xmlns="https://learn.microsoft.com/windows/deployment/upgrade/setupdiag">
  <Version>1.7.0.0</Version>
  <ProfileName>No Match Found</ProfileName>
  <FailureData>SetupDiag was unable to match to any known failure signatures.</FailureData>
</SetupDiag>
'@
Set-Content -LiteralPath "$folder\SetupDiagResults.xml" -Encoding Unicode -Value $text
@{ Reason = 'no-match'; HResult = @(); Evidence = @{ BoxResult = '0x00000000' } }
