param($Windows)
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag/>'
(Get-Item -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml').LastWriteTimeUtc = [datetime]::UtcNow.AddDays(-200)
@{ Reason = 'no-failure'; HResult = @() }
