param($Windows)
# Two packages of one session fail at once, and only one of them is installed later: the lines are the other's too.
function Add-Servicing {
    param($Id, $Hours, $Package, $Code = '0x0')
    $Windows.Events.Add(@{
            Provider = 'Microsoft-Windows-Servicing'; Id = $Id; Time = [datetime]::UtcNow.AddHours(-$Hours)
            UserData = @{ PackageIdentifier = $Package; IntendedPackageState = '5112'; ErrorCode = $Code; Client = 'UpdateAgentLCU' }
        })
}
$dotnet = 'Package_for_DotNetRollup_481~31bf3856ad364e35~amd64~~10.0.9300.1'
$november = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'
Add-Servicing 3 30 $dotnet '0x800f0831'
Add-Servicing 3 30 $november '0x800f0831'
Add-Servicing 2 5 $dotnet
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
$time = [datetime]::UtcNow.AddHours(-30.2).ToLocalTime().ToString('s').Replace('T', ' ')
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value (
    "$time, Info                  CBS    Store corruption, manifest missing for package: Package_123_for_KB5034129~31bf3856ad364e35~amd64~~26100.2227.1.4")
@{
    Reason   = 'manifest-missing'
    HResult  = '0x800F0831'
    Evidence = @{ Failures = 1; Packages = "$november (0x800f0831)"; Missing = 'Package_123_for_KB5034129~31bf3856ad364e35~amd64~~26100.2227.1.4' }
}
