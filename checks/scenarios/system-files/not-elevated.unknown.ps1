param($Windows)
# DISM asks for elevation also where it only reads.
$Windows.Commands['Repair-WindowsImage'] = {
    throw [Runtime.InteropServices.COMException]::new('Der Vorgang erfordert erhoehte Rechte.', 0x800702E4)
}
