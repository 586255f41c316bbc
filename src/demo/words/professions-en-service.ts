import type { Profession } from './profession.js';

/** Goods, schools, hotels and projects, in English. */
export const ENGLISH_SERVICE_PROFESSIONS: readonly Profession[] = [
  {
    industries: ['Transport and logistics', 'Retail', 'Mining', 'Food industry'],
    family: 'field',
    titles: {
      'Supply Chain Officer': [300, 550],
      'Warehouse Supervisor': [220, 380],
      'Truck Driver': [140, 250],
      'Customs Broker': [240, 450],
    },
    desk: false,
    mission:
      'You will move goods from the port to the customer on time and in good condition, with the right papers at every stop.',
    duties: [
      'Receive, check and store deliveries',
      'Prepare customs and transit documents',
      'Plan routes and follow vehicles on the road',
      'Count stock and explain every difference',
    ],
    requirements: [
      'Diploma in logistics or transport, or the matching driving licence',
      'Two years of experience',
      'Honesty and attention to detail',
      'Working knowledge of French',
    ],
  },
  {
    industries: ['Education'],
    family: 'teaching',
    titles: {
      'English Teacher': [160, 300],
      'Physics Teacher': [160, 300],
      'Vocational Trainer': [200, 360],
      'School Principal': [400, 750],
    },
    desk: false,
    mission:
      'You will teach lively classes of no more than thirty learners and prepare them for their examinations and for life after school.',
    duties: [
      'Plan and give lessons that follow the syllabus',
      'Assess learners and meet their parents every term',
      'Run remedial classes and clubs',
      'Take part in staff meetings and training days',
    ],
    requirements: [
      'Degree in the subject or a teacher training diploma',
      'One year in the classroom',
      'Active methods and good class management',
      'Clean criminal record',
    ],
  },
  {
    industries: ['Hotels and restaurants', 'Retail'],
    family: 'commerce',
    titles: {
      'Front Office Manager': [280, 520],
      'Chef de Partie': [150, 280],
      'Store Manager': [400, 800],
      'Housekeeping Supervisor': [150, 260],
    },
    desk: false,
    mission:
      'You will lead a team that guests and customers remember for its warmth and its standards. Shifts include evenings, weekends and holidays.',
    duties: [
      'Plan the rota and brief the team every day',
      'Welcome guests and settle complaints with grace',
      'Control stock, hygiene and cash',
      'Coach new colleagues',
    ],
    requirements: [
      'Training in hospitality, catering or retail',
      'Two years in a house of good standing',
      'Neat appearance and natural authority',
      'Fluent English and good French',
    ],
  },
  {
    industries: ['International development', 'Health', 'Education'],
    family: 'projects',
    titles: {
      'Project Officer': [350, 650],
      'Monitoring and Evaluation Officer': [450, 850],
      'Community Mobiliser': [140, 240],
    },
    desk: true,
    mission:
      'You will run field activities with communities, local authorities and donors, and make sure that each one is useful, measured and reported honestly.',
    duties: [
      'Plan activities and follow the budget',
      'Facilitate meetings with village committees and partners',
      'Collect data and write donor reports',
      'Supervise and support field staff',
    ],
    requirements: [
      'Degree in development studies, social science or public health',
      'Three years with an NGO or a public programme',
      'Good command of survey tools and spreadsheets',
      'Fluent English and French; ready to travel to rural areas',
    ],
  },
];
