# What servicing has noted about its store: Healthy, Repairable or NonRepairable. CheckHealth reads and changes nothing.
function Get-ImageHealth {
    $parameter = @{ Online = $true; CheckHealth = $true; ErrorAction = 'Stop' }
    $image = Invoke-WithLimit -Command 'Repair-WindowsImage' -Parameter $parameter -TimeoutSeconds 180
    [string] $image.ImageHealthState
}
