param($Windows)
# Microsoft: installed with the restart, although it says 0x80070643.
$Windows.Events.Add(@{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
    Data = @{ updateTitle = '2025-04 Windows Recovery Environment Update (KB5057589)'; errorCode = '0x80070643'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' }
})
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'] = @{}
@{
    Reason   = 'false-alarm'
    HResult  = @()
    Evidence = @{
        BootFree     = 160
        BootSize     = 200
        Needed       = 250
        RecoveryFree = 270
        RecoverySize = 750
        Updates      = 'KB5057589'
    }
}
