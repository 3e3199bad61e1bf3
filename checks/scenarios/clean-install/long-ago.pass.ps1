param($Windows)
Set-Content -LiteralPath 'C:\Windows\System32\Recovery\ReAgent.xml' -Value '<WindowsRE version="2.0"><InstallState state="0"/></WindowsRE>'
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag/>'
(Get-Item -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml').LastWriteTimeUtc = [datetime]::UtcNow.AddDays(-200)
@{ Reason = ''; HResult = @(); Evidence = @{ Encrypted = $false; RecoveryOn = $false } }
