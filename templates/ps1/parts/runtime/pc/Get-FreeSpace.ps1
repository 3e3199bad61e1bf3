# Bytes free on the drive of Windows; nothing when they cannot be read.
function Get-FreeSpace {
    try { (New-Object -TypeName IO.DriveInfo -ArgumentList "$env:SystemRoot").TotalFreeSpace }
    catch { Write-Verbose -Message "$_" }
}
