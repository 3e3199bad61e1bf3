# What kind of PC this is, without names and serial numbers.
function Add-BundleSystem {
    $wanted = [ordered]@{
        Win32_OperatingSystem     = 'Caption', 'Version', 'OSLanguage', 'InstallDate', 'LastBootUpTime'
        Win32_ComputerSystem      = 'Manufacturer', 'Model', 'DomainRole', 'TotalPhysicalMemory'
        Win32_BIOS                = 'SMBIOSBIOSVersion', 'ReleaseDate'
        Win32_LogicalDisk         = 'DeviceID', 'DriveType', 'FileSystem', 'FreeSpace', 'Size'
        Win32_QuickFixEngineering = 'HotFixID', 'InstalledOn'
        Win32_Service             = 'Name', 'State', 'StartMode', 'ExitCode', 'PathName'
    }
    $system = [ordered]@{}
    foreach ($class in $wanted.Keys) {
        Write-Step -Id 2 -Text $class
        try {
            $system[$class] = @(Get-CimInstance -ClassName $class -OperationTimeoutSec 60 -ErrorAction Stop |
                    Select-Object -Property $wanted[$class] | ForEach-Object {
                        foreach ($property in $_.PSObject.Properties) {
                            if ($property.Value -is [datetime]) { $property.Value = $property.Value.ToString('s') }
                        }
                        $_
                    })
        }
        catch { Add-BundleProblem -Source $class -Record $_ }
    }
    Add-BundleText -Name 'system.json' -Text (ConvertTo-JsonText -InputObject $system)
}
