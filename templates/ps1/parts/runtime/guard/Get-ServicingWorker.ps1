# The processes in which servicing works; none when it is idle.
function Get-ServicingWorker {
    Get-Process -Name 'TiWorker' -ErrorAction SilentlyContinue
}
