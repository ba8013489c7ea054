import '../ui/page.css';
import './shell/staff.ts';
