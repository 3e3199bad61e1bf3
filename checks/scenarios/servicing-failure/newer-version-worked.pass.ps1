param($Windows)
# The update of the next month worked.
function Add-Event { param($Id, $Hours, $Package, $State, $Code) $Windows.Events.Add(@{ Provider = 'Microsoft-Windows-Servicing'; Id = $Id; Time = [datetime]::UtcNow.AddHours(-$Hours); UserData = @{ PackageIdentifier = $Package; IntendedPackageState = $State; ErrorCode = $Code; Client = 'UpdateAgentLCU' } }) }
Add-Event 3 50 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4600.1.3' '5112' '0x80073712'
Add-Event 2 5 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4652.1.9' '5112' '0x0'
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }
