param($Windows)
# That an older one is cleaned up settles nothing.
function Add-Event { param($Id, $Hours, $Package, $State, $Code) $Windows.Events.Add(@{ Provider = 'Microsoft-Windows-Servicing'; Id = $Id; Time = [datetime]::UtcNow.AddHours(-$Hours); UserData = @{ PackageIdentifier = $Package; IntendedPackageState = $State; ErrorCode = $Code; Client = 'UpdateAgentLCU' } }) }
Add-Event 3 50 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4600.1.3' '5112' '0x80073712'
Add-Event 2 5 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4500.1.9' '5000' '0x0'
@{ Reason = 'failed'; HResult = '0x80073712'; Evidence = @{ Failures = 1 } }
