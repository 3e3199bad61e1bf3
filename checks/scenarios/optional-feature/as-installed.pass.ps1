param($Windows)
# Features that every PC has, and a failed upgrade.
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag/>'
@{ Reason = ''; HResult = @() }
