param($Windows)
# The service behind DISM cannot be started.
$Windows.Commands['Repair-WindowsImage'] = {
    throw [Runtime.InteropServices.COMException]::new('RPC', 0x800706BE)
}
